import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rightsMatrix } from '../app/home/rights.ts'
import { PHASES } from '../app/plan/plan.ts'
import { RIGHTS_FILE, rightsDocument } from '../tools/rights.ts'

const who = (act: string, phase: string) =>
  rightsMatrix()
    .filter((row) => row.act === act && row.answers.some((one) => one.phase === phase && one.answer.may))
    .map((row) => row.asker)

describe('who may do what', () => {
  it('is in docs/rights.md as the code decides it (npm run rights writes it anew)', () => {
    expect(readFileSync(RIGHTS_FILE, 'utf8')).toBe(rightsDocument())
  })

  it('leaves the pen of a teacher’s track with that teacher, in every phase', () => {
    for (const phase of PHASES)
      expect(['owner', '']).toContain(who('write a text of a teacher’s track', phase).join())
    for (const phase of PHASES)
      expect(['owner', '']).toContain(who('accept or change a proposal', phase).join())
    expect(who('accept or change a proposal', 'input')).toEqual(['owner'])
    for (const phase of ['adopted', 'mid-evaluation', 'end-evaluation', 'archived'])
      expect(who('write a text of an agreed and sealed track', phase)).toEqual([])
  })

  it('leaves how a track goes on with its teacher, whoever leads the meeting', () => {
    for (const phase of ['adopted', 'mid-evaluation', 'end-evaluation']) {
      expect(who('say how a teacher’s track goes on', phase)).toEqual(['owner'])
      expect(who('say how a goal goes on, as the team decided there', phase)).toEqual(['expert', 'staff'])
      expect(who('write down what the team says of the coordinator’s part', phase)).not.toContain(
        'coordinator',
      )
    }
  })

  it('shows a proposal to its maker and its owner alone', () => {
    for (const phase of PHASES) {
      expect(who('read a proposal of the coordinator on a track', phase)).toEqual(['coordinator', 'owner'])
    }
  })

  it('gives the principal reading, a voice and frames, and nothing of anybody’s text', () => {
    const acts = rightsMatrix().filter(
      (row) => row.asker === 'principal' && row.answers.some((one) => one.answer.may),
    )
    expect(acts.map((row) => row.act)).toEqual([
      'read the plan',
      'read a track that its teacher stands behind',
      'suggest other words in a principle or goal',
      'comment on a principle or goal',
      'speak in a decision',
      'say to have read a sealed version',
      'begin an amendment of a goal',
      'read an amendment of a goal',
      'say yes to an amendment, when the principal was asked to stand in',
      'comment on the evaluation of a goal',
      'suggest other words in the evaluation of a goal',
      'plan a meeting',
      'prepare a meeting (chair: the expert, minutes: the staff member)',
      'bring something in to an item, ask, react',
      'speak in its rounds',
      'read its minutes',
      'sign a correction of its confirmed minutes',
      'answer the coordinator’s conditions',
      'make a step with a goal for which nobody is named',
      'add a form of work',
      'offer to take a class over',
      'ask to come and look, or invite',
      'read what was kept of a visit when the owner shares it with the team',
      'read the year',
      'put something in the year, its holidays and its template',
      'propose another day for a teacher’s track',
      'propose another day for a learning team’s track',
      'make an address for one’s own calendar',
      'make an address for the calendar of the team',
      'stop the team addresses of everybody',
      'read what a coordinator shared with the team',
      'read what a coordinator keeps for looking back',
      'begin a piece for the shelf',
      'read a piece on the shelf',
      'write a question down',
      'read a question to which the owner let the principal in',
      'say on which days one is in school',
      'see who is in school today',
      'take a turn in office hours',
      'read to whom one goes when somebody is not safe',
      'set to whom one goes when somebody is not safe',
      'ask somebody to come: it is too heavy now',
      'add a topic',
      'read what comes back, in numbers',
      'read what colleagues say of themselves',
      'ask a colleague to learn together',
      'see that a pair learns together when both show it',
      'see who plays what, and who learns from whom as far as both let it be seen',
      'see figures over groups of pupils',
      'read weighting, spread and numbers of the school',
      'fill in weighting, spread and numbers of the school',
      'read what teams want to reach',
      'read a data talk that was shared with the team',
      'write in a data talk of the whole team',
      'see which analyses are shared',
      'read an analysis that was shared',
      'give hours and number of pupils',
    ])
  })

  it('gives nobody but who coordinates a look at own time, and of each other neither', () => {
    expect(who('write down own time', 'adopted')).toEqual(['coordinator'])
    expect(who('read, change or take away time of a second coordinator', 'adopted')).toEqual([])
  })

  it('keeps a data talk of a learning team with its members and who coordinates, until they share it', () => {
    const within = ['coordinator', 'team-member']
    for (const act of ['begin', 'read', 'write in'])
      expect([act, who(`${act} a data talk of a learning team`, 'adopted')]).toEqual([act, within])
    expect(who('read in a shared data talk who said what', 'adopted')).toEqual(within)
    expect(who('read a data talk that was shared with the team', 'adopted')).not.toContain('program')
    expect(who('change or take back a line of a data talk (written by the team member)', 'adopted')).toEqual([
      'team-member',
    ])
    expect(who('read an analysis that was not shared yet', 'adopted')).toEqual(['coordinator'])
    expect(who('bring test results in', 'adopted')).toEqual(['coordinator'])
  })

  it('keeps a text that nobody stands behind from everybody but these', () => {
    expect(who('read a track that its teacher does not stand behind yet', 'input')).toEqual([
      'coordinator',
      'owner',
      'invited',
    ])
  })
})
