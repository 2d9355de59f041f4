# Sourced by the benchmarks: starts a broker and a registry, and services on request. Stops all of them on exit.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; done
  rm -rf "$work"
}
trap finish EXIT

./mvnw -q -DskipTests -pl benchmarks,cli -am package
MUSTER_OPTS="-Xmx${BROKER_HEAP:-1g}" ./muster sandbox --broker-port 0 --registry-port 0 >"$work/sandbox" &
pids+=($!)
until grep -q SCHEMA_REGISTRY "$work/sandbox"; do sleep 0.2; kill -0 "${pids[0]}"; done
eval "$(grep ^export "$work/sandbox")"
./muster topics >/dev/null

# start_streams: runs an instance; its port is in $http, its pid in $streams
start_streams() {
  ./muster streams --state-dir "$work/state" "$@" 2>"$work/streams.log" &
  streams=$!
  pids+=("$streams")
  until grep -q 'http://localhost:' "$work/streams.log"; do sleep 0.1; kill -0 "$streams"; done
  http=$(sed -n 's#.*http://localhost:\([0-9]*\)/.*#\1#p' "$work/streams.log" | head -1)
}

# start_service COMMAND...: runs a service and waits until it is ready; its address is in $at, its pid in $service
start_service() {
  ./muster "$@" 2>"$work/$1.log" &
  service=$!
  pids+=("$service")
  until grep -q 'health and metrics on' "$work/$1.log"; do sleep 0.1; kill -0 "$service"; done
  at=$(sed -n 's#.*metrics on \(http://[^ ]*\)/.*#\1#p' "$work/$1.log")
  until curl -sf "$at/health/ready" >/dev/null; do sleep 0.1; kill -0 "$service"; done
}

# metric REGEX: the sum of the metrics whose lines start with REGEX
metric() {
  curl -sf "localhost:$http/metrics" | awk -v name="^$1" '$0 ~ name { sum += $NF } END { printf "%.0f\n", sum }'
}
