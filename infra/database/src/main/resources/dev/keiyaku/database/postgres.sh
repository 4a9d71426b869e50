# Becomes PostgreSQL, and leaves a watcher behind: when the pipe on standard input closes, because whoever
# started this closed it or died, the watcher stops the server. $1 is the signal to stop it with, $2 a folder
# to delete afterwards (or empty), the rest the command.
signal=$1; folder=$2; shift 2
server=$$
exec 3<&0
# Twice forked, so that it is no child of PostgreSQL, which looks after its children.
( (
  cat <&3 >/dev/null
  if [ "$(cat /proc/$server/comm 2>/dev/null)" = postgres ]; then kill -s "$signal" $server; fi
  if [ -n "$folder" ]; then
    while [ "$(cat /proc/$server/comm 2>/dev/null)" = postgres ]; do sleep 0.05; done
    rm -rf "$folder"
  fi
) & )
exec 3<&-
exec "$@" </dev/null
