trap 'exit 0' TERM
echo "good morning, $1"
while :; do
  sleep 1 &
  wait
done
