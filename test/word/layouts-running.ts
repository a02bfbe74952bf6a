import { bold, p, run, textBox } from './docx-out.ts'
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
  type Pair,
  PLAIN,
  paras,
  type Track,
  trackPairs,
  type Words,
} from './layout-frame.ts'

const runOn = (pairs: readonly Pair[]) =>
  p(pairs.map(([label, value]) => `${label}: ${flat(value) || '…..'}`).join(' '))

const JOINED: Words = { ...PLAIN, start: 'Beginsituatie/doelstelling' }
const CAPS: Words = {
  start: 'BEGINSITUATIE',
  goal: 'DOEL',
  approach: 'AANPAK',
  executedBy: 'UITVOERING DOOR',
  support: 'ONDERSTEUNING',
  evaluation: 'EVALUATIE',
  share: 'OPBRENGST DELEN MET',
  teacher: 'INZET LEERKRACHT',
  members: 'INZET LEDEN',
  coordinator: 'INZET IB’ER',
  third: 'INZET DERDEN',
  goalStart: 'STARTSITUATIE',
}
const LOWER: Words = {
  start: 'beginsituatie',
  goal: 'doel',
  approach: 'aanpak',
  executedBy: 'uitvoering',
  support: 'ondersteuning',
  evaluation: 'evaluatie',
  share: 'delen met',
  teacher: 'inzet lkr',
  members: 'inzet leden',
  coordinator: "inzet ib'er",
  third: 'derden',
  goalStart: 'startsituatie',
}
const TYPOS: Words = {
  start: 'Beginsitatie',
  goal: 'Doelsteling',
  approach: 'Aanpka',
  executedBy: 'Uitvoernig door',
  support: 'Ondersteunig',
  evaluation: 'Evalutie',
  share: 'Delen opbrenst met',
  teacher: 'Inzet leeraar',
  members: 'Inzet leerteamledne',
  coordinator: 'Inzet intern begleider',
  third: 'Inzet dreden',
  goalStart: 'Startsitautie',
}
const KC: Words = {
  ...PLAIN,
  start: 'Startsituatie',
  goal: 'Doel',
  share: 'Opbrengst delen met',
  teacher: 'Inzet leerkracht',
  members: 'Inzet leden',
  coordinator: "Inzet KC'er",
  third: 'Inzet externen',
  executedBy: 'Uitvoerders',
}
const onlyFull = (pairs: readonly Pair[]) => pairs.filter(([, value]) => value !== null)
const joinedPairs = (track: Track) =>
  trackPairs(
    { ...track, startSituation: [track.startSituation, track.goal].filter(Boolean).join(' ') || null },
    JOINED,
  ).filter((_, at) => at !== 1)

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
  {
    name: 'tikfouten in labels',
    write: (plan) => ({
      body: framed(plan, {
        names: { principles: 'Uitganspunten en principes', general: 'Algmene doelen' },
        goal: (goal, at) =>
          p(`${at + 1}) ${goal.title}`) +
          goalPairs(goal, TYPOS)
            .map(([label, value]) => labelled(label, value))
            .join(''),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          trackPairs(track, TYPOS)
            .map(([label, value]) => labelled(label, value))
            .join(''),
      }),
    }),
  },
  {
    name: 'streepje na het label',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          boldLine(`${['I', 'II', 'III'][at]}. ${goal.title}`) +
          onlyFull(goalPairs(goal))
            .map(([label, value]) => p(`${label} – ${flat(value)}`))
            .join(''),
        track: (track) =>
          boldLine(headOf(track)) +
          onlyFull(trackPairs(track))
            .map(([label, value]) => p(`${label} - ${flat(value)}`))
            .join(''),
      }),
    }),
  },
  {
    name: 'hoofdletterlabels zonder teken erna',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`Doel ${at + 1}: ${goal.title}`) +
          onlyFull(goalPairs(goal, CAPS))
            .map(([label, value]) => p(`${label} ${flat(value)}`))
            .join(''),
        track: (track) =>
          p(headOf(track, 'LEERKRACHT')) +
          onlyFull(trackPairs(track, CAPS))
            .map(([label, value]) => p(`${label} ${flat(value)}`))
            .join(''),
      }),
    }),
  },
  {
    name: 'labels zonder enig teken',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`) +
          onlyFull(goalPairs(goal))
            .map(([label, value]) => p(`${label} ${flat(value)}`))
            .join(''),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          onlyFull(trackPairs(track))
            .map(([label, value]) => p(`${label} ${flat(value)}`))
            .join(''),
      }),
    }),
  },
  {
    name: 'alles in een tekstvak',
    write: (plan) => ({
      body: textBox(
        framed(plan, {
          goal: (goal, at) =>
            boldLine(`${at + 1}. ${goal.title}`) +
            goalPairs(goal)
              .map(([label, value]) => labelled(label, value))
              .join(''),
          track: (track) =>
            boldLine(headOf(track)) +
            trackPairs(track)
              .map(([label, value]) => labelled(label, value))
              .join(''),
        }),
      ),
    }),
  },
  {
    name: 'een tekstvak per leraar, opmerking in een tekstvak',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          boldLine(`${at + 1}. ${goal.title}`) +
          goalPairs(goal)
            .map(([label, value]) => labelled(label, value))
            .join('') +
          textBox(p('Zie ook het schoolplan, hoofdstuk 4.')),
        track: (track) =>
          textBox(
            boldLine(headOf(track)) +
              trackPairs(track)
                .map(([label, value]) => labelled(label, value))
                .join(''),
          ),
      }),
    }),
  },
  {
    name: 'groep voor de naam',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`, { style: 'Kop2' }) +
          goalPairs(goal)
            .map(([label, value]) => labelled(label, value))
            .join(''),
        track: (track, at) =>
          boldLine(isTeam(track) ? `Leerteam: ${track.name}` : `Leerkracht groep ${at + 1}: ${track.name}`) +
          trackPairs(track)
            .map(([label, value]) => labelled(label, value))
            .join(''),
      }),
    }),
  },
  {
    name: 'groep achter de naam met een streepje',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          p(`${at + 1}. ${goal.title}`) +
          goalPairs(goal)
            .map(([label, value]) => labelled(label, value))
            .join(''),
        track: (track, at) =>
          boldLine(isTeam(track) ? `LEERTEAM: ${track.name}` : `LERAAR: ${track.name} - groep ${at + 1}`) +
          trackPairs(track)
            .map(([label, value]) => labelled(label, value))
            .join(''),
      }),
    }),
  },
  {
    name: 'eigen labels van de school ertussen',
    write: (plan) => ({
      body: framed(plan, {
        goal: (goal, at) =>
          boldLine(`Doel ${at + 1}: ${goal.title}`) +
          goalPairs(goal)
            .map(([label, value]) => labelled(label, value))
            .join('') +
          labelled('Succescriteria', 'de leerlingen merken het'),
        track: (track) =>
          p(headOf(track), { style: 'Kop2' }) +
          trackPairs(track)
            .map(
              ([label, value], at) =>
                labelled(label, value) + (at === 3 ? labelled('Scholing', 'cursus beeldcoaching') : ''),
            )
            .join('') +
          labelled('Opmerkingen', 'in overleg met de directie'),
      }),
    }),
  },
  {
    name: 'eigen delen, inhoudsopgave, etc. en ondertekening',
    write: (plan) => ({
      body:
        framed(plan, {
          title: (text, year) =>
            p(text, { style: 'Titel' }) +
            p(`Basisschool De Vlieger, schooljaar ${year}`) +
            p('N.B. dit alles onder voorbehoud van formatie!!') +
            ['Uitgangspunten en principes\t2', 'Algemene doelen\t3', 'Leraar Kim\t4']
              .map((text) => p(text, { style: 'Inhopg1' }))
              .join('') +
            p('Onze visie', { style: 'Kop1' }) +
            p('Wij zijn een school waar ieder kind telt. Evaluatie: elk jaar.'),
          goal: (goal, at) =>
            p(`${at + 1}. ${goal.title}`, { style: 'Kop2' }) +
            goalPairs(goal)
              .map(([label, value]) => labelled(label, value))
              .join(''),
          track: (track) =>
            p(headOf(track), { style: 'Kop2' }) +
            trackPairs(track)
              .map(([label, value]) => labelled(label, value))
              .join('') +
            (isTeam(track) ? '' : ''),
        }) +
        p('Etc.') +
        p('Jaaroverzicht', { style: 'Kop1' }) +
        p('September: start. Oktober: eerste ronde gesprekken.') +
        p('Ondertekening', { style: 'Kop1' }) +
        p('Vastgesteld in de teamvergadering van 26 augustus 2026'),
    }),
  },
]
