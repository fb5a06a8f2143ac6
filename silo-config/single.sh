#!/usr/bin/env bash
# One silo with its dashboard on loopback.
set -euo pipefail
exec ${AGENTVERSE:-agentverse} silo --data "${DATA:-runs}" --silo-port 11111 --gateway-port 30000 --dashboard-port 8080
