import { describe, expect, it } from 'vitest'
import { NOW, NOW_MOMENT, settleCast } from '../../test/cast.ts'
import { eachDatabase, type OpenFresh } from '../../test/database.ts'
import { seedThisYear } from '../home/demo-plan.ts'
import { makeToken } from '../session/api-token-store.ts'
import { api } from './api.ts'
import { takeDrop } from './api-rate.ts'

/** What a program that reads a plan finds; single entries are read as they come. */
type Answered = Record<string, unknown> & {
  generalGoals: { id: string }[]
  teacherTracks: { name: string }[]
}

async function program(open: OpenFresh) {
  const db = await open()
  const cast = await settleCast(db)
  const planId = await db.write(cast, (_sql, tx) =>
    seedThisYear({ tx, keeper: cast.keeper, cast, now: NOW_MOMENT }, null),
  )
  const made = await makeToken(db, cast.member('karin'), 'Proef', NOW_MOMENT)
  if ('refused' in made) throw new Error(made.refused)
  const app = api({ db, now: () => NOW })
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${made.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answered }
  }
  return { db, cast, planId, app, ask }
}

describe('the API', () => {
  eachDatabase((open) => {
    it('shows the plans and a whole plan in the shape of the form', async () => {
      const { ask, planId } = await program(open)
      expect((await ask('GET', '/plans')).body).toEqual([
        { id: planId, schoolYear: '2026-2027', phase: 'input' },
      ])
      const plan = (await ask('GET', `/plans/${planId}`)).body
      expect(plan['principles']).toHaveLength(4)
      expect(plan.generalGoals[1]).toMatchObject({
        kind: 'general-goal',
        title: 'Elk kind leest elke dag een half uur in een boek dat past.',
        startSituation: null,
        visionLines: [{ text: 'We lezen, praten en schrijven de hele dag door.' }],
        evaluationDays: ['2026-11-26'],
      })
      expect(plan.teacherTracks.find((track) => track.name === 'Anouk')).toMatchObject({
        goal: 'In elke les zie ik van elk kind of het mee kan.',
      })
    })

    it('suggests on a track, lists what became of it, and never tells who', async () => {
      const { ask, planId, db, cast } = await program(open)
      const plan = (await ask('GET', `/plans/${planId}`)).body
      const track = plan.teacherTracks.find(({ name }) => name === 'Anouk') as unknown as { id: string }
      const path = `/entries/${track.id}/suggestions`
      const goal = 'In elke les zie ik van elk kind of het meedoet.'
      const made = await ask('POST', path, { field: 'goal', text: goal, reason: 'Uit ons formulier.' })
      expect(made).toMatchObject({
        status: 201,
        body: { field: 'goal', outcome: null, reason: 'Uit ons formulier.' },
      })
      const listed = (await ask('GET', path)).body as unknown as { id: string }[]
      expect(listed.map(({ id }) => id)).toEqual([made.body['id']])
      expect(JSON.stringify(listed)).not.toContain(cast.people.anouk)
      expect((await ask('GET', `/entries/${track.id}`)).body).toMatchObject({
        goal: 'In elke les zie ik van elk kind of het mee kan.',
      })
      const refused = async (body: unknown, to = path) => (await ask('POST', to, body)).status
      expect(await refused({ field: 'goal', text: 'In elke les zie ik van elk kind of het mee kan.' })).toBe(
        422,
      )
      expect(await refused({ field: 'nergens', text: 'x' })).toBe(404)
      expect(await refused({ field: 'goal' })).toBe(422)
      expect(
        await refused({ field: 'title', text: 'x' }, `/entries/${plan.generalGoals[0]?.id}/suggestions`),
      ).toBe(403)
      await db.write(cast, (sql) =>
        sql
          .updateTable('entry')
          .set({ agreed_at: null })
          .where('id', '=', track.id as never)
          .execute(),
      )
      await db.write(cast, (sql) =>
        sql
          .updateTable('plan')
          .set((set) => ({ revision: set('revision', '+', 1) }))
          .execute(),
      )
      expect((await ask('GET', path)).body).toEqual([])
      expect(await refused({ field: 'goal', text: 'Iets anders.' })).toBe(404)
    })

    it('makes a goal with an ETag and changes it only from the version that was read', async () => {
      const { ask, planId, cast } = await program(open)
      const made = await ask('POST', `/plans/${planId}/entries`, {
        kind: 'team-goal',
        title: 'Samen ontwerpen',
        approach: 'Elke maand',
        visionLines: [cast.visionLines.leren],
        evaluationDays: ['2027-06-24'],
      })
      expect(made).toMatchObject({
        status: 201,
        body: { kind: 'team-goal', title: 'Samen ontwerpen', evaluationDays: ['2027-06-24'] },
      })
      const path = `/entries/${made.body['id']}`
      const tag = made.headers.get('etag')!
      expect((await ask('PATCH', path, { approach: 'Elke week' })).status).toBe(428)
      const changed = await ask('PATCH', path, { approach: 'Elke week' }, { 'if-match': tag })
      expect(changed).toMatchObject({ status: 200, body: { approach: 'Elke week' } })
      expect(changed.headers.get('etag')).not.toBe(tag)
      expect((await ask('PATCH', path, { approach: 'Nooit' }, { 'if-match': tag })).status).toBe(412)
      expect((await ask('GET', path)).body).toMatchObject({ approach: 'Elke week' })
    })

    it('keeps lists, bold and links of a long text', async () => {
      const { ask, planId } = await program(open)
      const approach = 'Elke **week**:\n\n- samen *kijken*\n- [lezen](https://regenboog.example)\n\n1. eerst'
      const made = await ask('POST', `/plans/${planId}/entries`, {
        kind: 'team-goal',
        title: 'Kijken',
        approach,
      })
      expect(made).toMatchObject({ status: 201, body: { approach } })
      const path = `/entries/${made.body['id']}`
      const harm = '[hier](javascript:alert(1)) <b>x</b> **'
      const tag = made.headers.get('etag')!
      expect((await ask('PATCH', path, { approach: harm }, { 'if-match': tag })).status).toBe(200)
      expect((await ask('GET', path)).body).toMatchObject({ approach: harm })
    })

    it('lays texts for a teacher’s track before that teacher and never returns them before the yes', async () => {
      const { ask, planId } = await program(open)
      const made = await ask('POST', `/plans/${planId}/entries`, {
        kind: 'teacher-track',
        name: 'sem',
        goal: 'Nog van niemand',
      })
      expect(made).toMatchObject({
        status: 201,
        body: { name: 'Sem', goal: null, agreed: false, proposal: 'waiting-for-owner' },
      })
      expect(JSON.stringify((await ask('GET', `/plans/${planId}`)).body)).not.toContain('Nog van niemand')
      const tag = made.headers.get('etag')!
      const more = await ask(
        'PATCH',
        `/entries/${made.body['id']}`,
        { approach: 'Ook dit' },
        { 'if-match': tag },
      )
      expect(more).toMatchObject({ status: 202, body: { approach: null } })
      const twice = await ask('POST', `/plans/${planId}/entries`, { kind: 'teacher-track', name: 'Sem' })
      expect(twice).toMatchObject({ status: 409, body: { code: 'has-track-already' } })
    })

    it('tells what hangs loose', async () => {
      const { ask, planId, cast } = await program(open)
      expect((await ask('GET', `/plans/${planId}/loose-ends`)).body).toContainEqual({
        kind: 'person-without-track',
        subjectId: cast.people.sem,
        letLoose: null,
      })
    })

    it('keeps out strangers, other schools and revoked tokens', async () => {
      const { db, app, ask } = await program(open)
      for (const authorization of ['', 'Bearer', 'Bearer x', `Bearer ${'a'.repeat(5000)}`, 'Basic Og==']) {
        const answer = await app.request('/plans', { headers: { authorization } })
        expect(answer.status).toBe(401)
        expect(answer.headers.get('content-type')).toBe('application/problem+json')
      }
      const other = await settleCast(db, { name: 'De Buren' })
      const theirs = await db.write(other, (_sql, tx) =>
        seedThisYear({ tx, keeper: other.keeper, cast: other, now: NOW_MOMENT }, null),
      )
      expect((await ask('GET', `/plans/${theirs}`)).status).toBe(404)
      expect((await ask('POST', `/plans/${theirs}/entries`, { kind: 'team-goal', title: 'x' })).status).toBe(
        404,
      )
    })

    it('answers nonsense with a problem and stores nothing', async () => {
      const { ask, planId, cast } = await program(open)
      const before = JSON.stringify((await ask('GET', `/plans/${planId}`)).body)
      const path = `/plans/${planId}/entries`
      const wrong: [unknown, number][] = [
        ['{', 400],
        ['[]', 422],
        [{}, 422],
        [{ kind: 'party' }, 422],
        [{ kind: 'team-goal', goal: 'een track heeft dit' }, 422],
        [{ kind: 'team-goal', title: 7 }, 422],
        [{ kind: 'team-goal', title: 'x'.repeat(20_001) }, 422],
        [{ kind: 'team-goal', constructor: {} }, 422],
        [{ kind: 'teacher-track' }, 422],
        [{ kind: 'team-goal', evaluationDays: ['2027-02-30'] }, 422],
        [{ kind: 'team-goal', visionLines: [cast.people.anouk] }, 422],
        [{ kind: 'team-goal', coordinatorHours: 1.5 }, 422],
        [{ kind: 'team-goal', title: 'x'.repeat(600_000) }, 413],
      ]
      for (const [body, status] of wrong) {
        const answer = await ask('POST', path, body)
        expect([answer.status, JSON.stringify(body).slice(0, 60)]).toEqual([
          status,
          JSON.stringify(body).slice(0, 60),
        ])
        expect(answer.headers.get('content-type')).toBe('application/problem+json')
        expect(answer.body).toMatchObject({ status, title: expect.any(String), code: expect.any(String) })
      }
      expect((await ask('POST', path, 'kind=team-goal', { 'content-type': 'text/plain' })).status).toBe(415)
      for (const id of ['x', '%00', planId]) expect((await ask('GET', `/entries/${id}`)).status).toBe(404)
      expect(JSON.stringify((await ask('GET', `/plans/${planId}`)).body)).toBe(before)
    })

    it('is described, and everything described answers', async () => {
      const { app, ask, planId } = await program(open)
      const described = (await (await app.request('/openapi.json')).json()) as {
        openapi: string
        paths: Record<string, object>
      }
      expect(described.openapi).toBe('3.1.0')
      const entry = (await ask('GET', `/plans/${planId}`)).body.generalGoals[0]?.id ?? ''
      for (const [path, acts] of Object.entries(described.paths)) {
        const url = path.replace('{plan}', planId).replace('{entry}', entry)
        for (const method of Object.keys(acts).filter((act) => ['get', 'post', 'patch'].includes(act))) {
          expect((await ask(method.toUpperCase(), url)).status).not.toBe(404)
        }
      }
    })
  })
})

describe('the rate of a token', () => {
  it('is two hundred at once and two hundred a second after', () => {
    let { bucket, wait } = takeDrop(undefined, 0)
    for (let drops = 1; drops < 200; drops += 1) ({ bucket, wait } = takeDrop(bucket, 0))
    expect(wait).toBe(0)
    expect(takeDrop(bucket, 0).wait).toBe(1)
    expect(takeDrop(bucket, 5).wait).toBe(0)
  })
})
