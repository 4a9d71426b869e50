-- Posts under a new idempotency key each time. Arguments: token, a name for the run, and two files:
-- paths, one a line, taken in turn, and the body, in which @key@ stands for the key.
-- BENCH_PAUSE: milliseconds that each connection waits before a request; wrk looks for delay when it loads.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

local function lines(file)
  local all = {}
  for line in io.lines(file) do all[#all + 1] = line end
  return all
end

function init(args)
  headers = { ["Authorization"] = "Bearer " .. args[1], ["Content-Type"] = "application/json" }
  run = args[2] .. "-" .. number .. "-"
  paths = lines(args[3])
  body = io.open(args[4], "rb"):read("*a")
  -- Two threads never post to one path at the same time.
  turn = math.floor(#paths * number / 2)
  sent = 0
end

local pause = tonumber(os.getenv("BENCH_PAUSE") or "0")
if pause > 0 then
  function delay() return pause end
end

function request()
  sent = sent + 1
  local key = run .. sent
  headers["Idempotency-Key"] = key
  return wrk.format("POST", paths[(turn + sent) % #paths + 1], headers, (body:gsub("@key@", key)))
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("bench %d %d %d %d %.0f\n", summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(99)))
end
