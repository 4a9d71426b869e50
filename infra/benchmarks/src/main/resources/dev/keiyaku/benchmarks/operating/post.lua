-- Posts under a new idempotency key each time. Arguments: token, a name for the run, and two files:
-- paths, one a line, taken in turn, and the body, in which @key@ stands for the key.
-- BENCH_PAUSE: milliseconds that each connection waits before a request, on average: no two in step.
-- BENCH_ANSWERS: not empty to count answers by what they say. wrk looks for delay and response when it loads.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  threads[#threads + 1] = thread
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
  taken, turned_away, otherwise = 0, 0, 0
  math.randomseed(number + 1)
end

local pause = tonumber(os.getenv("BENCH_PAUSE") or "0")
if pause > 0 then
  function delay() return math.random(0, 2 * pause) end
end

if os.getenv("BENCH_ANSWERS") then
  -- Turned away as it should be: too much to do, and when to come again.
  function response(status, headers, body)
    if status < 300 then
      taken = taken + 1
    elseif (status == 503 or status == 429) and headers["Retry-After"] then
      turned_away = turned_away + 1
    else
      otherwise = otherwise + 1
    end
  end
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
  local all = { taken = 0, turned_away = 0, otherwise = 0 }
  for _, thread in ipairs(threads) do
    for name, count in pairs(all) do all[name] = count + thread:get(name) end
  end
  io.write(string.format("answers %d %d %d\n", all.taken, all.turned_away, all.otherwise))
end
