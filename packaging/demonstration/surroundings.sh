# shellcheck shell=bash
# What stands round the demonstration's stations: a central platform, an ID reader with invented persons, and a
# receipt printer. Sourced by open, tour and line; $data is the folder that all of it lives in.
root="${root:-$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")}"
bin="${YICHUANG_BIN:-$root/build/release/bin}"
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then # Qt asks for one; a bare machine has none
  mkdir -p "$data/run" && chmod 700 "$data" "$data/run"
  export XDG_RUNTIME_DIR="$data/run"
fi
passphrase_file() { echo "$data/passphrase"; }

taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; } # does somebody listen on this port?

free_port() { # the first port from $1 on that nobody listens on
  local port=$1
  while taken "$port"; do port=$((port + 1)); done
  echo "$port"
}

settle_port() { # settle_port reader|printer: where another program holds its port by now, it and the stations take another
  local before after station
  before=$(cat "$data/$1.port")
  taken "$before" || return 0
  after=$(free_port $((before + 1)))
  echo "$after" >"$data/$1.port"
  for station in "$data"/*/station.json; do
    [ ! -f "$station" ] || sed -i -E "s/(\"port\": *)$before([^0-9]|\$)/\1$after\2/" "$station"
  done
  echo "Another program holds port $before; the demonstration's $1 is on port $after now."
}

running() { # is the process of this name one of ours and alive?
  local pid
  pid=$(cat "$data/run/$1.pid" 2>/dev/null) && kill -0 "$pid" 2>/dev/null
}

start() { # start NAME COMMAND…: its first line of output tells that it is ready
  local name=$1
  shift
  : >"$data/run/$name.out"
  "$@" >"$data/run/$name.out" 2>"$data/run/$name.log" </dev/null &
  echo $! >"$data/run/$name.pid"
  for _ in $(seq 100); do
    [ -s "$data/run/$name.out" ] && return 0
    running "$name" || break
    sleep 0.1
  done
  echo "$name did not start:" >&2
  tail -n 5 "$data/run/$name.log" >&2
  return 1
}

stop() {
  local pid
  pid=$(cat "$data/run/$1.pid" 2>/dev/null) || return 0
  kill "$pid" 2>/dev/null || true
  for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  rm -f "$data/run/$1.pid"
}

line_up() { # the platform, on the port that the stations have enrolled with
  local port
  port=$(cat "$data/platform.port")
  ! running platform || return 0
  if taken "$port"; then
    echo "Another program holds port $port, where these stations know their platform; end it, or begin anew with packaging/run --fresh." >&2
    return 1
  fi
  start platform "$bin/yichuang-platform" serve --data "$data/platform" --port "$port"
}
line_down() { stop platform; }

surroundings_up() {
  mkdir -p "$data/run" "$data/papers" && chmod 700 "$data" "$data/run"
  if [ ! -f "$data/platform.port" ]; then
    "$bin/yichuang-platform" init "$data/platform" >/dev/null
    free_port 18450 >"$data/platform.port"
    free_port 18460 >"$data/reader.port"
    free_port 18470 >"$data/printer.port"
  fi
  export SANE_CONFIG_DIR="$root/packaging/demonstration/sane"
  line_up || return 1
  if ! running reader; then
    settle_port reader
    start reader "$bin/yichuang-peer-idreader" --tcp "$(cat "$data/reader.port")" --control "$data/run/reader.socket"
  fi
  if ! running printer; then
    settle_port printer
    start printer "$bin/yichuang-peer-printer" --tcp "$(cat "$data/printer.port")" \
      --control "$data/run/printer.socket" --output "$data/papers" "$@"
  fi
}
surroundings_down() { for name in printer reader platform; do stop "$name"; done; }

station_up() { # station_up hall|village: enrols the station and its clerk the first time
  local profile="$data/$1"
  [ ! -f "$profile/station.json" ] || return 0
  local code
  if [ ! -f "$(passphrase_file)" ]; then
    (umask 077 && head -c 18 /dev/urandom | base64 >"$(passphrase_file)")
  fi
  mkdir -p "$profile" && chmod 700 "$profile"
  sed -e "s/@reader@/$(cat "$data/reader.port")/" -e "s/@printer@/$(cat "$data/printer.port")/" -e "s#@papers@#$data/papers#" \
    "$root/packaging/demonstration/devices.json" >"$data/run/devices.json"
  local -a site
  mapfile -t site <"$root/packaging/demonstration/$1.arguments"
  code=$("$bin/yichuang-platform" enrol --data "$data/platform" "${site[@]}" | sed -n 's/.*"code": *"\([^"]*\)".*/\1/p')
  "$bin/yichuang" --profile "$profile" --passphrase-file "$(passphrase_file)" \
    --enrol "http://127.0.0.1:$(cat "$data/platform.port")" --code "$code" --devices "$data/run/devices.json"
  printf 'yichuang' >"$data/run/password"
  while read -r number name role; do
    "$bin/yichuang" --profile "$profile" --passphrase-file "$(passphrase_file)" \
      --add-clerk "$number" --name "$name" --role "$role" --password-file "$data/run/password"
  done <"$root/packaging/demonstration/$1.clerks"
}
