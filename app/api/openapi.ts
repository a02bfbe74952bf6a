import { REQUESTS_A_SECOND } from './api-rate.ts'

const text = { type: ['string', 'null'] }
/** kernel/rich.ts in words. */
const longText = {
  ...text,
  description:
    'A long text in a small Markdown: an empty line begins a paragraph, a line end is a line break; "- " begins a point of a list, "1. ", "2. " those of a numbered one (lists are flat); **bold**, *italic*, [words](https://…) with http, https and mailto addresses; a backslash takes the meaning from the sign behind it. Any string is valid, nothing in it is HTML. The answer may have the same text in another way of writing it.',
  examples: ['We **practise** together:\n\n- watching each other\n- [reading](https://example.org)'],
}
const texts = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: '#/components/schemas/LongText' }]))
const id = { type: 'string', format: 'uuid' }
const day = { type: 'string', format: 'date' }
const list = (items: object) => ({ type: 'array', items })
const json = (schema: object) => ({ 'application/json': { schema } })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: id })

const goalTexts = texts(
  'title',
  'startSituation',
  'approach',
  'executedBy',
  'coordinatorEffort',
  'evaluation',
  'pupilsAndParents',
)
const trackTexts = texts(
  'startSituation',
  'goal',
  'approach',
  'support',
  'evaluation',
  'shareYieldWith',
  'teacherEffort',
  'memberEffort',
  'coordinatorEffort',
  'thirdPartyEffort',
)

const entryChange = {
  ...goalTexts,
  ...trackTexts,
  visionLines: list(id),
  parentId: { type: ['string', 'null'], format: 'uuid' },
  evaluationDays: list(day),
  coordinatorHours: {
    type: ['integer', 'null'],
    minimum: 0,
    maximum: 2000,
    description: 'hours in the school year',
  },
}

const always = {
  401: problem('No token, or one that is unknown or revoked'),
  404: problem('Nothing of this school has that address'),
  429: problem(`More than ${REQUESTS_A_SECOND} requests a second with one token; see Retry-After`),
}
const onWrite = {
  400: problem('The body is not JSON'),
  403: problem('Not allowed in this phase, or not this program’s to write'),
  413: problem('The body is too large'),
  415: problem('Not JSON'),
  422: problem('A field is not as it should be'),
}
const entryAnswer = (description: string) => ({
  description,
  headers: { ETag: { schema: { type: 'string' }, description: 'the revision of the entry' } },
  content: json(ref('Entry')),
})

const schemas = {
  LongText: longText,
  Problem: {
    type: 'object',
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      code: { type: 'string' },
      detail: { type: 'string' },
      field: { type: 'string' },
      instance: { type: 'string' },
    },
  },
  PlanLine: {
    type: 'object',
    properties: { id, schoolYear: { type: 'string', examples: ['2026-2027'] }, phase: ref('Phase') },
  },
  Phase: { enum: ['draft', 'input', 'decision', 'adopted', 'mid-evaluation', 'end-evaluation', 'archived'] },
  Kind: { enum: ['general-goal', 'team-goal', 'teacher-track', 'learning-team-track'] },
  Entry: {
    type: 'object',
    required: ['id', 'kind'],
    properties: {
      id,
      kind: ref('Kind'),
      name: text,
      ...goalTexts,
      ...trackTexts,
      visionLines: list({ type: 'object', properties: { id, text } }),
      parentId: { type: ['string', 'null'] },
      evaluationDays: list(day),
      domains: list({ enum: ['care', 'learning', 'trends', 'process'] }),
      aim: { enum: ['preventive', 'curative'] },
      coordinatorHours: { type: ['integer', 'null'] },
      agreed: {
        type: 'boolean',
        description: 'tracks: the owner stands behind the text; before, its texts are null',
      },
      revision: { type: 'integer' },
      proposal: {
        const: 'waiting-for-owner',
        description: 'the texts that were sent wait for the owner’s yes',
      },
    },
  },
  Plan: {
    type: 'object',
    properties: {
      id,
      schoolYear: { type: 'string' },
      phase: ref('Phase'),
      title: { type: 'string' },
      revision: { type: 'integer' },
      visionLines: list({ type: 'object', properties: { id, text, short: text } }),
      principles: list({ type: 'string' }),
      preventiveAim: {
        type: ['integer', 'null'],
        minimum: 5,
        maximum: 95,
        description:
          'the share of the coordinator’s time for preventing, in whole percent, as the team adopts it',
      },
      generalGoals: list(ref('Entry')),
      teamGoals: list(ref('Entry')),
      teacherTracks: list(ref('Entry')),
      learningTeamTracks: list(ref('Entry')),
    },
  },
  LooseEnd: {
    type: 'object',
    properties: {
      kind: { type: 'string' },
      subjectId: { type: 'string' },
      letLoose: { type: ['string', 'null'], description: 'the reason, when let loose on purpose' },
    },
  },
  Suggestion: {
    type: 'object',
    properties: {
      id,
      field: { type: 'string' },
      quote: { type: 'string', description: 'the words that should change, in the form of long texts' },
      replacement: { type: 'string' },
      reason: text,
      madeAt: { type: 'string', format: 'date-time' },
      outcome: { enum: ['accepted', 'declined', 'withdrawn', null], description: 'null: it waits' },
      answer: text,
    },
  },
  NewSuggestion: {
    type: 'object',
    required: ['field', 'text'],
    additionalProperties: false,
    properties: {
      field: { type: 'string' },
      text: { type: 'string', description: 'the whole text as it should be' },
      reason: text,
    },
  },
  EntryChange: { type: 'object', properties: entryChange, additionalProperties: false },
  NewEntry: {
    type: 'object',
    required: ['kind'],
    additionalProperties: false,
    properties: { kind: ref('Kind'), name: text, personId: id, learningTeamId: id, ...entryChange },
  },
}

/** The description of the API, as served; the paths are tried one by one in a test. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Rode Draad',
    version: '1',
    description:
      'The begeleidingsplan of one school. A teacher’s track is written by that teacher: texts sent for it wait as a proposal, and texts not accepted are never returned.',
  },
  servers: [{ url: '/api/v1' }],
  security: [{ token: [] }],
  paths: {
    '/plans': {
      get: {
        summary: 'The plans of the school',
        responses: {
          200: { description: 'Newest year first', content: json(list(ref('PlanLine'))) },
          ...always,
        },
      },
    },
    '/plans/{plan}': {
      parameters: [inPath('plan')],
      get: {
        summary: 'A whole plan',
        responses: { 200: { description: 'The plan', content: json(ref('Plan')) }, ...always },
      },
    },
    '/plans/{plan}/loose-ends': {
      parameters: [inPath('plan')],
      get: {
        summary: 'What hangs on nothing',
        responses: {
          200: { description: 'The loose ends', content: json(list(ref('LooseEnd'))) },
          ...always,
        },
      },
    },
    '/plans/{plan}/entries': {
      parameters: [inPath('plan')],
      post: {
        summary: 'A new goal or track',
        requestBody: { required: true, content: json(ref('NewEntry')) },
        responses: {
          201: entryAnswer('Made'),
          ...onWrite,
          409: problem('The person or learning team has a track already'),
          ...always,
        },
      },
    },
    '/entries/{entry}': {
      parameters: [inPath('entry')],
      get: { summary: 'One goal or track', responses: { 200: entryAnswer('The entry'), ...always } },
      patch: {
        summary: 'Change an entry',
        requestBody: { required: true, content: json(ref('EntryChange')) },
        parameters: [
          {
            name: 'If-Match',
            in: 'header',
            required: true,
            schema: { type: 'string' },
            description: 'the ETag that you read',
          },
        ],
        responses: {
          200: entryAnswer('Changed'),
          202: entryAnswer('The texts wait for the owner of the track'),
          412: problem('The entry has changed since'),
          428: problem('If-Match is missing'),
          ...onWrite,
          ...always,
        },
      },
    },
    '/entries/{entry}/suggestions': {
      parameters: [inPath('entry')],
      get: {
        summary: 'What was suggested on the texts of an entry, and what became of it',
        responses: {
          200: { description: 'Oldest first', content: json(list(ref('Suggestion'))) },
          ...always,
        },
      },
      post: {
        summary: 'Suggest another text in a track, to whoever holds the pen there',
        requestBody: { required: true, content: json(ref('NewSuggestion')) },
        responses: {
          201: { description: 'It waits for an answer', content: json(ref('Suggestion')) },
          ...onWrite,
          409: problem('Twenty suggestions wait there already, or the text has moved on'),
          ...always,
        },
      },
    },
    '/openapi.json': {
      get: { summary: 'This description', security: [], responses: { 200: { description: 'OpenAPI 3.1' } } },
    },
  },
  components: { schemas, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
}
