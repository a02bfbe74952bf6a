import type { Db } from '../../app/db/database.ts'
import type { Cast } from '../cast.ts'
import { type Key, peerRoom, profileOf } from '../peer-room.ts'
import { done } from '../written-plan.ts'

/** Profiles, and learning together in each state: asked, running, with a third one proposed, over, and left. */
export async function learnsTogether(db: Db, { cast }: { readonly cast: Cast }) {
  await profiles(db, cast)
  const room = await peerRoom(db, cast)
  const asked = done(await room.ask('bram', ['wilma']))
  const runs = await room.together('petra', 'lotte')
  await room.agree('petra', runs, 'Wat we zien en zeggen, blijft onder ons.')
  await room.meet('petra', runs, '2026-11-27T15:30', 'lokaal van groep 5')
  await room.meet('petra', runs, '2026-12-11T15:30')
  const three = await room.together('kees', 'noor')
  await room.another('kees', three, 'sem')
  const closed = await room.together('eva', 'hanneke')
  await room.brought('eva', closed, 'Ik stel nu eerst een vraag.')
  await room.kept('eva', closed, 'Een kwartier is genoeg.')
  await room.close('eva', closed)
  const left = await room.together('daan', 'ineke')
  await room.leave('ineke', left)
  return { asked, runs, three, closed, left }
}

async function profiles(db: Db, cast: Cast) {
  const full = {
    helps: ['behaviour', 'class-climate'],
    learns: ['reading'],
    specialties: [{ topic: 'behaviour', words: 'master SEN' }],
    ways: ['five-minutes', 'come-and-look'],
    often: 'twice-monthly',
    line: 'Vraag gerust, het liefst na drie uur.',
  } as const
  await profileOf(db, cast, 'lotte', full)
  for (const key of ['petra', 'kees', 'noor'] as const satisfies readonly Key[])
    await profileOf(db, cast, key, { learns: ['behaviour'], helps: ['reading'] })
  await profileOf(db, cast, 'sem', { learns: ['behaviour'] })
  await profileOf(db, cast, 'hanneke', { helps: ['behaviour'], often: 'not-now' })
}
