import type { LabelField } from './word-in-label-words.ts'

/** Who asks: 'ik', 'we', 'de leerkracht'. */
const WHO =
  '(?:ik|we|wij|je|jij|hij|zij|ze|deze leraar|(?:de )?(?:leraar|leerkracht|school|het leerteam|leerteam|team))'
const TIME = '(?: (?:nu|al|dit (?:school)?jaar|komend (?:school)?jaar|vandaag|op dit moment))*'
const WHOM =
  '(?: (?:mij|me|ons|je|jou|hem|haar|hen|erbij|hierbij|daarbij|hierin|daarin|er|mee|de leraar|de leerkracht|het leerteam))*'
const LOOK =
  '(?:kijk|kijken|blik|blikken|evalueer|evalueren|evalueert|bespreek|bespreken|meet|meten|toets|toetsen|volg|volgen)'

/** Labels that schools write as a question, in ever other words; compared without capitals and signs. */
const QUESTIONS: readonly (readonly [LabelField, RegExp])[] = [
  [
    'startSituation',
    new RegExp(
      `^(?:hoe (?:staat|staan|sta) (?:het|${WHO})(?: er)?${TIME} voor|hoe (?:is|gaat) het${TIME}|(?:waar|hoe) (?:sta|staan|staat|ben|zijn|is) ${WHO}${TIME}|waar beginnen ${WHO}|wat zien ${WHO}${TIME}|wat (?:gaat|lukt)${TIME}(?: goed)?|(?:huidige )?stand van zaken|huidige stand)$`,
    ),
  ],
  [
    'goal',
    new RegExp(
      `^(?:(?:wat|waar) (?:wil|willen|wilt) ${WHO}${TIME} (?:bereiken|leren|ontwikkelen|verbeteren|kunnen|naartoe|naar toe|heen|aan werken|weten)${TIME}|waar (?:werk|werken|ga|gaan|gaat) ${WHO}${TIME} (?:naartoe|naar toe|aan|voor)|wat is (?:mijn|ons|jouw|het) doel|(?:mijn|ons|jouw) (?:leer)?doel)$`,
    ),
  ],
  [
    'approach',
    new RegExp(
      `^(?:(?:wat|hoe) (?:ga|gaan|gaat) ${WHO}(?: (?:dat|dit|het|er|hieraan|daaraan|eraan|hiervoor|daarvoor))*${TIME} (?:doen|aanpakken|te werk|aan werken|bereiken)(?: om .*)?|hoe (?:pak|pakken|pakt) ${WHO}(?: (?:dat|dit|het))?${TIME} aan|wat (?:doe|doen|doet) ${WHO}(?: (?:dit jaar|hiervoor|daarvoor|eraan))|hoe werken ${WHO}(?: hieraan| daaraan| eraan)?|zo (?:pak|pakken|pakt) ${WHO}(?: (?:dat|dit|het))? aan|zo (?:doe|doen|gaan) ${WHO}(?: (?:dat|dit|het))?(?: doen)?|hoe komen ${WHO} daar|(?:de )?(?:stappenplan|weg ernaartoe|weg ernaar toe))$`,
    ),
  ],
  [
    'executedBy',
    /^(?:wie (?:doet|doen|voert|voeren|werkt|werken|gaat|gaan)(?: (?:wat|dit|dat|het|er|hieraan|daaraan|eraan|mee|uit|aan|doen))+|wie (?:doet|doen) mee|door wie(?: uitgevoerd)?)$/,
  ],
  [
    'support',
    new RegExp(
      `^(?:wie (?:helpt|helpen|ondersteunt|ondersteunen|begeleidt|begeleiden|steunt)${WHOM}|(?:van|door) wie (?:krijg|krijgen|krijgt) ${WHO}(?: (?:hulp|steun|ondersteuning|begeleiding))?|wat (?:heb|hebben|heeft) ${WHO} (?:daarbij |hierbij |daarvoor |hiervoor )?nodig|(?:welke )?(?:hulp|steun|ondersteuning|begeleiding) (?:heb|hebben|heeft|krijg|krijgen|krijgt|vraag|vragen) ${WHO}|(?:hulp|steun) bij de uitvoering)$`,
    ),
  ],
  [
    'evaluation',
    new RegExp(
      `^(?:(?:wanneer|hoe|op welk moment)(?: (?:en|of) (?:wanneer|hoe|waarmee|met wie))? ${LOOK}(?: (?:${WHO}|dit|dat|het))*${TIME}(?: (?:terug|samen|tussentijds))*|terugkijken|moment(?:en)? van terugkijken)$`,
    ),
  ],
  [
    'shareYieldWith',
    new RegExp(
      `^(?:(?:met|aan) wie (?:deel|delen|deelt|vertel|vertellen) ${WHO}(?: [a-z]+){0,6}|${WHO} (?:deel|delen|deelt)(?: (?:dit|dat|het|de opbrengst|de opbrengsten))? met|(?:hoe en )?met wie (?:wordt|worden) (?:de |het )?(?:opbrengst|opbrengsten|resultaat|kennis|geleerde) gedeeld)$`,
    ),
  ],
  [
    'teacherEffort',
    new RegExp(
      `^(?:mijn (?:eigen )?(?:inzet|bijdrage|aandeel)|(?:wat|hoeveel tijd) (?:vraagt|kost) (?:het|dit|dat)(?: van)? (?:mij|me)|wat doe ik(?: er)? zelf(?: voor)?|eigen (?:bijdrage|aandeel))$`,
    ),
  ],
  [
    'memberEffort',
    /^(?:onze (?:eigen )?(?:inzet|bijdrage)|wat (?:vraagt|kost) (?:het|dit|dat)(?: van)? ons|wat doen we(?: er)? zelf(?: voor)?)$/,
  ],
  [
    'thirdPartyEffort',
    /^(?:(?:hulp|inzet|steun|ondersteuning|bijdrage|expertise|deskundigheid) van (?:buiten|buitenaf|buiten de school|externen|derden)|externe (?:hulp|inzet|partner|deskundige|expertise|bijdrage)|wie van buiten(?:af)?(?: de school)?|van buiten(?:af)?|wat doen (?:anderen|derden|externen))$/,
  ],
]

/** Which field a label in the form of a question means; null when it is none that we know. */
export function questionField(plain: string): LabelField | null {
  return QUESTIONS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}
