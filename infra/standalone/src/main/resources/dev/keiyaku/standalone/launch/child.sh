# Becomes the command; its pid and start time are on record before it runs. Ctrl-C reaches the
# launcher alone, which stops its children in order.
trap '' INT HUP
began=$(sed 's/.*) //' /proc/$$/stat | cut -d' ' -f20)
echo "$$ $began" > "$0"
exec "$@" < /dev/null
