import { openDatabase } from '../../app/db/open.ts'
import { smtpSender } from '../../app/post/mail-sender.ts'
import { startPostman } from '../../app/post/postman.ts'

/**
 * The postman of a school in a process of its own, to be killed: node postman-program.ts <folder> <smtp address> <clock>.
 * Its clock runs from the moment that is given. Says 'ready' when it has begun.
 */
const [folder = '', smtpUrl = '', clock = ''] = process.argv.slice(2)
const late = Date.parse(clock) - Date.now()
const db = await openDatabase({ dataDir: folder })
const postman = startPostman({
  db,
  send: smtpSender(smtpUrl, 'regenboog.example'),
  now: () => new Date(Date.now() + late),
  log: (line) => console.error(line),
  pause: 20,
  lanes: 1,
  alone: true,
})
console.log('ready')
process.on('SIGTERM', () => {
  void postman.stop().then(() => process.exit(0))
})
