# Stops in order what a launcher left behind that died without stopping it.
# $0: the folder with pid files  $1: the folder with PostgreSQL's data  $2: a folder to delete, or ''
# Standard input is a pipe from the launcher: a line means all is stopped, an end means it died.
trap '' INT HUP TERM
run=$0 data=$1 throw_away=$2

began() { sed 's/.*) //' "/proc/$1/stat" 2> /dev/null | cut -d' ' -f20; }

# Sets pid; true while the process in the pid file $1 is the one that was started.
alive() {
  [ -f "$1" ] && read -r pid start < "$1" && [ -n "$start" ] && [ "$(began "$pid")" = "$start" ]
}

stop() {
  alive "$1" && kill -TERM "$pid"
  left=150
  while alive "$1" && [ $left -gt 0 ]; do sleep 0.1; left=$((left - 1)); done
  alive "$1" && kill -KILL "$pid"
  rm -f "$1"
}

postgres_lives() {
  [ -f "$data/postmaster.pid" ] && read -r pid < "$data/postmaster.pid" &&
    [ "$(cat "/proc/$pid/comm" 2> /dev/null)" = postgres ]
}

# INT is PostgreSQL's fast shutdown: sessions end, a checkpoint is written, nothing is to recover.
stop_postgres() {
  postgres_lives && kill -INT "$pid"
  left=300
  while postgres_lives && [ $left -gt 0 ]; do sleep 0.1; left=$((left - 1)); done
  postgres_lives && kill -QUIT "$pid"
}

echo "$$ $(began $$)" > "$run/guard.pid"
if read -r word; then
  rm -f "$run/guard.pid"
  exit 0
fi

# Three rounds, since the launcher may have died between starting a process and its first instant.
for round in 1 2 3; do
  for name in api-gateway subscription-service terms-projection; do stop "$run/$name.pid"; done
  stop_postgres
  sleep 0.3
done
rm -f "$run/addresses.properties" "$run/guard.pid"
if [ -n "$throw_away" ]; then rm -rf "$throw_away"; fi
