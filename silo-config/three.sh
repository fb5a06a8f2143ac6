#!/usr/bin/env bash
# Three silos on this host. The first keeps the membership and must outlive the others; any other may die in mid-run.
set -euo pipefail
program=${AGENTVERSE:-agentverse}
data=${DATA:-runs}
trap 'kill $(jobs -p)' EXIT
$program silo --data "$data" --silo-port 11111 --gateway-port 30000 --dashboard-port 8080 &
sleep 3
$program silo --data "$data" --silo-port 11112 --gateway-port 30001 --primary-port 11111 &
$program silo --data "$data" --silo-port 11113 --gateway-port 30002 --primary-port 11111 &
wait
