import { dayOf, weekDay } from '../kernel/day.ts'
import { type Language, words } from '../kernel/language.ts'
import type { Rule } from './round.ts'
import { roomText } from './round-room-text.ts'
import type { Standing } from './round-standing.ts'

const ruleText = words({
  nl: {
    consentRule: 'er geen bezwaar meer openligt',
    half: 'meer dan de helft van wie antwoordt voor is',
    share: (percentage: number) => `minstens ${percentage} procent van wie antwoordt voor is`,
    sentence: (quorum: number, voters: number, rule: string) =>
      `Het besluit staat als minstens ${quorum} van de ${voters} collega’s meedoen en ${rule}.`,
    unnamed: 'Stemmen gaat zonder namen. Blanco doet mee en is geen voor of tegen.',
    short: (rule: string, quorum: number, voters: number) =>
      `${rule} Minstens ${quorum} van de ${voters} collega’s doen mee.`,
    shortConsent: 'Consent: er ligt geen bezwaar meer open.',
    shortHalf: 'Meer dan de helft van de stemmen.',
    shortShare: (percentage: number) => `Minstens ${percentage} procent van de stemmen.`,
    open: (answered: number) => `Nu: ${answered === 1 ? '1 collega deed' : `${answered} deden`} mee.`,
    toGo: (needed: number) => `Nog ${needed} te gaan.`,
    enough: 'Dat zijn er genoeg. De antwoorden zien we als de ronde sluit.',
    everyone: 'Iedereen heeft geantwoord. De antwoorden zien we als de ronde sluit.',
    standsConsent: (answered: number) => `Nu: ${answered} deden mee, geen open bezwaar. Het besluit staat.`,
    standsMajority: (yes: number, cast: number) => `Nu: ${yes} van de ${cast} zijn voor. Het besluit staat.`,
    outvoted: (against: number) =>
      against === 1
        ? 'Het bezwaar staat met de reden in het verslag.'
        : `De ${against} bezwaren staan met hun reden in het verslag.`,
    objection: (count: number) =>
      count === 1
        ? 'Nu: er ligt een bezwaar, dus het besluit staat niet. Samen zoeken we een betere tekst.'
        : `Nu: er liggen ${count} bezwaren, dus het besluit staat niet. Samen zoeken we een betere tekst.`,
    noQuorum: (answered: number, missing: number) =>
      `Nu: ${answered === 1 ? '1 collega deed' : `${answered} deden`} mee. Er ${missing === 1 ? 'is er nog 1' : `zijn er nog ${missing}`} nodig, dus het besluit staat nog niet.`,
    noMajority: (yes: number, cast: number) =>
      `Nu: ${yes} van de ${cast} zijn voor. Dat is niet genoeg, dus het besluit staat niet.`,
    dropped: 'Nu: het voorstel is teruggenomen. Er is geen besluit.',
  },
  en: {
    consentRule: 'no objection is left open',
    half: 'more than half of those who answer are in favour',
    share: (percentage) => `at least ${percentage} per cent of those who answer are in favour`,
    sentence: (quorum, voters, rule) =>
      `The decision stands when at least ${quorum} of the ${voters} colleagues take part and ${rule}.`,
    unnamed: 'Votes have no names. Blank takes part and is neither for nor against.',
    short: (rule, quorum, voters) => `${rule} At least ${quorum} of the ${voters} colleagues take part.`,
    shortConsent: 'Consent: no objection is left open.',
    shortHalf: 'More than half of the votes cast.',
    shortShare: (percentage) => `At least ${percentage} per cent of the votes cast.`,
    open: (answered) => `Now: ${answered} took part.`,
    toGo: (needed) => `${needed} to go.`,
    enough: 'That is enough. We see the answers when the round closes.',
    everyone: 'Everyone has answered. We see the answers when the round closes.',
    standsConsent: (answered) => `Now: ${answered} took part, no open objection. The decision stands.`,
    standsMajority: (yes, cast) => `Now: ${yes} of the ${cast} are in favour. The decision stands.`,
    outvoted: (against) =>
      against === 1
        ? 'The objection is in the record with its reason.'
        : `The ${against} objections are in the record with their reasons.`,
    objection: (count) =>
      count === 1
        ? 'Now: there is an objection, so the decision does not stand. Together we look for a better text.'
        : `Now: there are ${count} objections, so the decision does not stand. Together we look for a better text.`,
    noQuorum: (answered, missing) =>
      `Now: ${answered} took part. ${missing} more needed, so the decision does not stand yet.`,
    noMajority: (yes, cast) =>
      `Now: ${yes} of the ${cast} are in favour. That is not enough, so the decision does not stand.`,
    dropped: 'Now: the proposal has been taken back. There is no decision.',
  },
})

/** When the decision stands: one sentence, the same from the first moment to the last. */
export function ruleSentence(
  { rule, quorum, voters, unnamed }: Pick<Standing, 'rule' | 'quorum' | 'voters'> & { unnamed?: boolean },
  language: Language,
) {
  const text = ruleText(language)
  const asked =
    rule.kind === 'consent'
      ? text.consentRule
      : rule.percentage === 50
        ? text.half
        : text.share(rule.percentage)
  const sentence = text.sentence(quorum, voters, asked)
  return unnamed ? `${sentence} ${text.unnamed}` : sentence
}

/** The rule for a record: 'Consent: er ligt geen bezwaar meer open. Minstens 12 van de 17 collega’s doen mee.' */
export function shortRule(rule: Rule, quorum: number, voters: number, language: Language) {
  const text = ruleText(language)
  const asked =
    rule.kind === 'consent'
      ? text.shortConsent
      : rule.percentage === 50
        ? text.shortHalf
        : text.shortShare(rule.percentage)
  return text.short(asked, quorum, voters)
}

/** Whether it stands, now. While the round is open it tells how many took part and nothing else. */
export function nowSentence(standing: Standing, language: Language): string {
  const { now } = standing
  const sentence = sentenceNow(standing, language)
  if (now.is !== 'stands' || now.until === null) return sentence
  return `${sentence} ${roomText(language).waits(weekDay(dayOf(new Date(now.until)), language))}`
}

function sentenceNow({ now, answered, rule }: Standing, language: Language): string {
  const text = ruleText(language)
  switch (now.is) {
    case 'open': {
      const next = now.everyone
        ? text.everyone
        : now.stillNeeded > 0
          ? text.toGo(now.stillNeeded)
          : text.enough
      return `${text.open(answered)} ${next}`
    }
    case 'stands': {
      if (rule.kind === 'consent') return text.standsConsent(answered)
      const stood = text.standsMajority(now.for, now.for + now.against)
      return now.reasons > 0 ? `${stood} ${text.outvoted(now.reasons)}` : stood
    }
    case 'objection':
      return now.late > 0 && now.late === now.objections
        ? roomText(language).lateObjection(now.late)
        : text.objection(now.objections)
    case 'no-quorum':
      return text.noQuorum(answered, now.missing)
    case 'no-majority':
      return text.noMajority(now.for, now.cast)
    case 'dropped':
      return text.dropped
  }
}
