import { bold, p, run } from './docx-out.ts'
import {
  boldLine,
  flat,
  framed,
  goalPairs,
  headOf,
  isTeam,
  joined,
  type Layout,
  labelled,
  paras,
  trackPairs,
} from './layout-frame.ts'
import { CAPS, joinedPairs, KC, LOWER, onlyFull, runOn } from './layout-words.ts'

export const RUNNING: Layout[] = [
  {
    name: 'figuur 1, labels achter elkaar in een alinea',
    write: (plan) => ({
      body: framed(plan, {
        names: { teachers: null, teams: null },
        principles: (texts) => texts.map((text) => p(text)).join(''),
        goal: (goal, at) => p(`${at + 1}. ${goal.title}`) + runOn(goalPairs(goal)),
        track: (track) => {
          const pairs = joinedPairs(track)
          return (
            p(headOf(track), { style: 'Kop2' }) +
            runOn(pairs.slice(0, 1)) +
            runOn(pairs.slice(1, 5)) +
            runOn(pairs.slice(5))
          )
        },
      }),
      expected: joined(plan),
    }),
  },
  {
    name: 'figuur 1 zonder stijlen, alles platte tekst',
    write: (plan) => ({
      body: framed(plan, {
        title: (text, year) => p(text.toUpperCase()) + p(year),
        section: (text) => p(text.toUpperCase()),
        names: { teachers: null, teams: null },
        principles: (texts) => texts.map((text) => p(`- ${text}`)).join(''),
        goal: (goal, at) => p(`${at + 1}. ${goal.title}`) + runOn(goalPairs(goal)),
        track: (track) => p(headOf(track).toUpperCase()) + runOn(joinedPairs(track)),
      }),
      expected: { ...joined(plan), title: plan.title?.toUpperCase() ?? null },
    }),
  },
  {
    name: 'naam en labels in een alinea, vet zonder dubbele punt',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          boldLine(`Doel ${at + 1} - ${goal.title}`) +
          p(onlyFull(goalPairs(goal)).flatMap(([label, value]) => [bold(label), run(` ${flat(value)} `)])),
        track: (track) =>
          boldLine(headOf(track)) +
          p(onlyFull(trackPairs(track)).flatMap(([label, value]) => [bold(label), run(` ${flat(value)} `)])),
      }),
    }),
  },
  {
    name: 'hoofdletters en tabs met zachte regeleinden',
    write: (plan) => ({
      body: framed(plan, {
        section: (text) => p([run(text.toUpperCase(), { b: true, u: true })]),
        principles: (texts) => p(texts.map((text) => `– ${text}`).join('\n')),
        goal: (goal, at) =>
          p([bold(`DOEL ${at + 1}:\t${goal.title}`)]) +
          p(
            onlyFull(goalPairs(goal, CAPS)).flatMap(([label, value], n) => [
              run(`${n ? '\n' : ''}${label}:\t`, { b: true }),
              run(flat(value)),
            ]),
          ),
        track: (track) =>
          boldLine(isTeam(track) ? `LEERTEAM: ${track.name}` : `LEERKRACHT: ${track.name} (groep 4)`) +
          p(
            onlyFull(trackPairs(track, CAPS)).flatMap(([label, value], n) => [
              run(`${n ? '\n' : ''}${label}:\t`, { b: true }),
              run(value ?? ''),
            ]),
          ),
      }),
    }),
  },
  {
    name: 'een label per alinea, vet met dubbele punt, lijsten',
    write: (plan) => ({
      body: framed(plan, {
        names: { teachers: 'Begeleiding per leerkracht' },
        goal: (goal) =>
          p(goal.title ?? '', { style: 'Kop2' }) +
          goalPairs(goal, KC)
            .map(([label, value]) =>
              value?.includes('\n') ? boldLine(`${label}:`) + paras(value) : labelled(label, value),
            )
            .join(''),
        track: (track) =>
          p(headOf(track, 'Leerkracht'), { style: 'Kop2' }) +
          trackPairs(track, KC)
            .map(([label, value]) =>
              value?.includes('\n') ? boldLine(`${label}:`) + paras(value) : labelled(label, value),
            )
            .join(''),
      }),
    }),
  },
  {
    name: 'dubbele punt buiten het vet, vet stopt midden in het label',
    write: (plan, c) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`Doel ${at + 1}: ${goal.title}`) +
          goalPairs(goal)
            .map(([label, value]) =>
              p(
                [
                  bold(label.slice(0, c.once(0.5) ? 3 : label.length)),
                  run(label.slice(3)),
                  run(`: ${flat(value)}`),
                ].filter((_, n) => n !== 9),
              ),
            )
            .join(''),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          trackPairs(track)
            .map(([label, value]) => p([bold(label), run(`: ${flat(value)}`)]))
            .join(''),
      }).replaceAll(
        /<w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">([^<]{4,})<\/w:t><\/w:r><w:r><w:t xml:space="preserve">([^<]+)<\/w:t><\/w:r>(<w:r><w:t xml:space="preserve">: )/g,
        (all, label: string, rest: string, tail: string) =>
          label.endsWith(rest) ? `<w:r><w:rPr><w:b/></w:rPr><w:t>${label}</w:t></w:r>${tail}` : all,
      ),
    }),
  },
  {
    name: 'label op een eigen regel, vet',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) =>
          p(goal.title ?? '', { style: 'Kop2' }) +
          goalPairs(goal)
            .map(([label, value]) => boldLine(label) + paras(value))
            .join(''),
        track: (track) =>
          p(track.name ?? '', { style: 'Kop2' }) +
          trackPairs(track)
            .map(([label, value]) => boldLine(label) + paras(value))
            .join(''),
      }),
    }),
  },
  {
    name: 'label als kop 3',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal) =>
          p(goal.title ?? '', { style: 'Kop2' }) +
          onlyFull(goalPairs(goal))
            .map(([label, value]) => p(label, { style: 'Kop3' }) + paras(value))
            .join(''),
        track: (track) =>
          p(headOf(track, 'Leerkracht'), { style: 'Kop2' }) +
          onlyFull(trackPairs(track))
            .map(([label, value]) => p(label, { style: 'Kop3' }) + paras(value))
            .join(''),
      }),
    }),
  },
  {
    name: 'label op een eigen regel, gewone letter met dubbele punt',
    write: (plan) => ({
      body: framed(plan, {
        section: (text) => p([run(text, { b: true, size: 28 })]),
        names: { teachers: 'Begeleiding leraren' },
        principles: (texts) => texts.map((text, at) => p(`${at + 1}. ${text}`)).join(''),
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`) +
          goalPairs(goal)
            .map(([label, value]) => p(`${label}:`) + paras(value))
            .join(''),
        track: (track) =>
          p(headOf(track)) +
          trackPairs(track)
            .map(([label, value]) => p(`${label}:`) + paras(value))
            .join(''),
      }),
    }),
  },
  {
    name: 'kleine letters',
    write: (plan) => ({
      body: framed(plan, {
        section: (text) => boldLine(text.toLowerCase()),
        goal: (goal, at) =>
          p(`doel ${at + 1}: ${goal.title}`) +
          onlyFull(goalPairs(goal, LOWER))
            .map(([label, value]) => p(`${label}: ${flat(value)}`))
            .join(''),
        track: (track) =>
          boldLine(headOf(track, 'leerkracht')) +
          onlyFull(trackPairs(track, LOWER))
            .map(([label, value]) => p(`${label}: ${flat(value)}`))
            .join(''),
      }),
    }),
  },
]
