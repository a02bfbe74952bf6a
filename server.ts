import { eraseWhatIsDue } from './app/adoption/erase-job.ts'
import { eraseRemoved } from './app/adoption/erase-removed-store.ts'
import { forgetOldAmbitions } from './app/ambition/ambition-tidy-store.ts'
import { forgetAnalyses } from './app/analysis/analysis-tidy-store.ts'
import { forgetOldCalendars } from './app/calendar/calendar-tidy-store.ts'
import { stopTalkFeeds } from './app/datatalk/talk-live-desk.ts'
import { forgetOldTalks } from './app/datatalk/talk-tidy-store.ts'
import type { Db } from './app/db/database.ts'
import { openDatabase } from './app/db/open.ts'
import { lockData } from './app/door/data-lock.ts'
import { listen } from './app/door/listen.ts'
import { startText } from './app/door/start-text.ts'
import { onStopSignal } from './app/door/stop-signal.ts'
import { consoleLanguage, settingsOrStop, whyNot } from './app/door/why-not.ts'
import { stopFeeds } from './app/hall/live-desk.ts'
import { ensureDemo } from './app/home/demo-school.ts'
import { startDigests } from './app/home/digest-job.ts'
import { momentOf } from './app/kernel/day.ts'
import { eraseSaidDue } from './app/meeting/said-erase-job.ts'
import { eraseMinutesDue } from './app/minutes/minutes-erase-job.ts'
import { forgetOldNotes } from './app/note/note-tidy-store.ts'
import { tidyAppointmentsOfLeavers } from './app/office/leaver-job.ts'
import { forgetOldOffice } from './app/office/office-tidy-store.ts'
import { tellPeersBy } from './app/peer/letter-desk.ts'
import { forgetPeers } from './app/peer/peer-tidy-store.ts'
import { forgetOldImports } from './app/plan/import-store.ts'
import { forgetOwnChanges } from './app/plan/own-change-store.ts'
import { keepVersions } from './app/plan/snapshot-fade-store.ts'
import { hostOf, senderFor, senderOf } from './app/post/mail-sender.ts'
import { startPostman } from './app/post/postman.ts'
import { forgetProfiles } from './app/profile/profile-tidy-store.ts'
import { tidyAskLeavers } from './app/question/ask-leaver-job.ts'
import { forgetOldCalls } from './app/question/heavy-tidy-store.ts'
import { forgetOldQuestions } from './app/question/question-tidy-store.ts'
import { stopIncoming } from './app/result/incoming-desk.ts'
import { emptyIncoming, incomingDirIn } from './app/result/incoming-file-desk.ts'
import { resealPupilKeys } from './app/result/pupil-key-store.ts'
import { forgetOldResults } from './app/result/result-tidy-store.ts'
import { routes } from './app/routes.ts'
import { isClaimed } from './app/school/school-store.ts'
import type { House } from './app/session/desk.ts'
import { makeSetupCode } from './app/session/setup-code-store.ts'
import { startTidying } from './app/session/tidy-job.ts'
import type { Settings } from './app/settings.ts'
import { forgetWriters } from './app/shelf/piece-erase-job.ts'
import { forgetOldSteps } from './app/step/step-tidy-store.ts'
import { forgetShares } from './app/time/share-tidy-store.ts'
import { forgetOldTime } from './app/time/time-tidy-store.ts'
import { forgetTray } from './app/tray/tray-tidy-store.ts'
import { forgetContextNames } from './app/trend/context-tidy-store.ts'
import { readAssets } from './app/ui/assets.ts'
import { tidyLeavers } from './app/visit/leaver-job.ts'
import { forgetOldVisits } from './app/visit/visit-tidy-store.ts'
import { indexSchools } from './app/writing/search-store.ts'
import { writingFor } from './app/writing/writing-desk.ts'
import { forgetOldYears } from './app/year/year-tidy-store.ts'

const text = startText(consoleLanguage(process.env))
const log = (line: string) => console.log(line)

async function start(settings: Settings) {
  const lock = settings.databaseUrl ? null : lockData(settings.dataDir)
  const db = await openDatabase(settings.databaseUrl ? { url: settings.databaseUrl } : settings)
  if (settings.demo) await ensureDemo(db, new Date(), settings.notesKeyFile)
  const house = houseOf(db, settings)
  await emptyIncoming(house.incomingDir)
  const writing = writingFor(house, log)
  const app = routes(house, { log, logAll: settings.logAll })
  const listening = await listen(app, settings, { path: '/writing', upgrade: writing.upgrade })
  const send = senderFor(settings.smtpUrl, settings.baseUrl, log)
  const postman = startPostman({ db, send, now: house.now, log, alone: settings.databaseUrl === null })
  const origin = settings.baseUrl ?? listening.url
  const tidying = startTidying(
    db,
    house.now,
    log,
    choresFor({ origin, from: house.mailFrom }, house.notesKeyFile),
  )
  const digests = startDigests({ db, now: house.now, log, baseUrl: origin })
  onStopSignal(async () => {
    log(text.stopping)
    // What is being typed is stored before the pages stop; their sockets and feeds would hold the server open.
    await writing.stop()
    stopFeeds(db)
    stopTalkFeeds(db)
    await stopIncoming()
    await Promise.all([listening.stop(), postman.stop(), tidying.stop(), digests.stop()])
    await db.close()
    lock?.release()
    process.exit(0)
  })
  log(text.ready(listening.url))
  if (!(await isClaimed(db))) log(text.setupCode(await makeSetupCode(db)))
}

/** What has come to its end is tidied away, each by the room whose it is. */
const choresFor = (
  letters: Parameters<typeof tidyLeavers>[2],
  keyFile: string,
): Parameters<typeof startTidying>[3] => [
  forgetOldImports,
  indexSchools,
  keepVersions,
  forgetOwnChanges,
  eraseRemoved,
  eraseWhatIsDue,
  eraseMinutesDue,
  eraseSaidDue,
  forgetWriters,
  forgetOldNotes,
  forgetOldResults,
  forgetContextNames,
  forgetOldTalks,
  forgetOldAmbitions,
  (db, at) => resealPupilKeys(db, keyFile, at),
  forgetOldCalendars,
  forgetOldSteps,
  forgetOldQuestions,
  forgetOldCalls,
  forgetOldOffice,
  forgetTray,
  forgetProfiles,
  forgetOldVisits,
  forgetOldYears,
  (db, at) => tidyLeavers(db, at, letters),
  (db, at) => tidyAskLeavers(db, at, letters),
  (db, at) => tidyAppointmentsOfLeavers(db, at, letters),
  (db, at) => forgetPeers(db, at, (actor) => tellPeersBy({ actor, now: momentOf(at), ...letters })),
  forgetOldTime,
  forgetShares,
  forgetAnalyses,
]

const houseOf = (db: Db, settings: Settings): House => ({
  db,
  baseUrl: settings.baseUrl,
  demoIsOn: settings.demo,
  mailIsOn: settings.smtpUrl !== null,
  mailFrom: settings.smtpUrl ? senderOf(settings.smtpUrl, hostOf(settings.baseUrl)).address : null,
  notesKeyFile: settings.notesKeyFile,
  incomingDir: incomingDirIn(settings.dataDir),
  assets: readAssets(),
  now: () => new Date(),
})

// A page that fails must not take the whole school down with it.
process.on('unhandledRejection', (reason) =>
  log(reason instanceof Error ? (reason.stack ?? '') : String(reason)),
)

try {
  await start(settingsOrStop(process.env))
} catch (error) {
  console.error(whyNot(error, process.env) ?? error)
  process.exit(1)
}
