/** A field of the form that a label can mean. 'name' and 'title' open an entry of their own. */
export type LabelField =
  | 'startSituation'
  | 'goal'
  | 'approach'
  | 'executedBy'
  | 'support'
  | 'evaluation'
  | 'shareYieldWith'
  | 'teacherEffort'
  | 'memberEffort'
  | 'coordinatorEffort'
  | 'thirdPartyEffort'
  | 'name'
  | 'teamName'
  | 'moment'
  | 'title'
  | 'other'

/** Phrases, divided by commas. */
export const listed = (text: string): string[] =>
  text.split(',').map((one) => one.trim().replace(/\s+/g, ' '))

/** Words for the start situation; the first four also join with a word for the goal. */
export const START = listed(`
    beginsituatie, startsituatie, uitgangssituatie, huidige situatie, beginpunt, startpunt, vertrekpunt,
    waar staan we, waar staan we nu, waar sta ik, waar sta ik nu, situatie nu, situatieschets, situatie,
    schets van de beginsituatie, beginsituatie leraar, beginsituatie leerkracht
  `)
const GOAL = listed(`
    doel, doelen, doelstelling, doelstellingen, leerdoel, leerdoelen, ontwikkeldoel, ontwikkeldoelen,
    persoonlijk doel, persoonlijke doelen, doel voor dit jaar, doel voor dit schooljaar, doel dit
    schooljaar, doel dit jaar, doelstelling voor dit schooljaar, doelstelling schooljaar, doelstelling
    voor het schooljaar, gewenste situatie, wat wil ik bereiken, wat willen we bereiken, beoogd doel,
    einddoel, jaardoel, streefdoel, smart doel, concreet doel, waar wil ik naartoe, waar willen we
    naartoe
  `)
/** Whose effort it is: these follow 'Inzet'. */
export const ROLE = {
  teacherEffort: listed(`
    leraar, leerkracht, leraren, leerkrachten, lkr, lk, docent, duo, leraar zelf, leerkracht zelf, de
    leraar, de leerkracht, groepsleerkracht, groepsleraar, collega, leerkr, duopartners
  `),
  memberEffort: listed(`
    leerteamleden, leden, teamleden, leerteam, groepsleden, deelnemers, leden leerteam, leden van het
    leerteam, de leden, leerteam leden, werkgroepleden, leden werkgroep, team
  `),
  coordinatorEffort: listed(`
    intern begeleider, intern begeleiders, interne begeleider, interne begeleiding, intern begeleidster,
    ib, iber, ibers, kc, kcer, kcers, kwaliteitscoordinator, de ib, de iber, de kcer, de intern
    begeleider, ib kc, iber kcer, intern begeleider kwaliteitscoordinator, kwaliteits coordinator,
    zorgcoordinator, de kwaliteitscoordinator, begeleider, intern begeleider ib
  `),
  thirdPartyEffort: listed(`
    derden, extern, externe, externen, anderen, overigen, externe partners, externe partijen, externe
    deskundigen, externe ondersteuning, derde partijen, derde, externe begeleiding
  `),
}
/** What schools call the other fields. */
export const PHRASES: Partial<Record<LabelField, readonly string[]>> = {
  startSituation: START,
  goal: GOAL,
  approach: listed(`
    aanpak, werkwijze, aanpak op hoofdlijnen, plan van aanpak, activiteiten, acties, actie, hoe, de
    aanpak, hoe gaan we dat doen, hoe pakken we het aan, hoe pak ik het aan, wijze van aanpak, stappen
  `),
  executedBy: listed(`
    uitvoering door, uitvoering, uitvoerder, uitvoerders, uitgevoerd door, wie, door wie, wie voert uit,
    wie voert het uit, uitvoerenden, uit te voeren door, uitvoering wie, wie doet het
  `),
  support: listed(`
    ondersteuning, ondersteuning door, ondersteuning van, begeleiding, begeleiding door, gewenste
    ondersteuning, benodigde ondersteuning, ondersteund door, hulp van, hulp door, wie ondersteunt,
    steun van, hulp, ondersteuning bij de uitvoering, geboden ondersteuning
  `),
  evaluation: listed(`
    evaluatie, evaluaties, evaluatiemoment, evaluatiemomenten, evaluatie en moment, wijze van evaluatie,
    wijze van evalueren, hoe en wanneer evalueren, wanneer evalueren, hoe evalueren we, hoe evalueer ik,
    evaluatie hoe en wanneer, evaluatie wijze en moment, evaluatie wanneer, evaluatie hoe, evalueren,
    tussentijdse en eindevaluatie, tussenevaluatie, eindevaluatie, tussentijdse evaluatie, evaluatie op,
    wijze en moment van evaluatie, evaluatiewijze
  `),
  shareYieldWith: listed(`
    delen opbrengst met, opbrengst delen met, delen opbrengsten met, opbrengsten delen met, delen van de
    opbrengst met, delen van de opbrengst, delen van opbrengst met, delen van opbrengsten, delen van
    opbrengsten met, delen met, opbrengst delen, opbrengsten delen, delen opbrengst, delen opbrengsten,
    gedeeld met, opbrengst gedeeld met, met wie delen, delen met wie, deelt opbrengst met, kennis delen met, opbrengst
    wordt gedeeld met, opbrengst delen met wie, met wie deel ik de opbrengst, met wie delen we de
    opbrengst, met wie wordt de opbrengst gedeeld, met wie delen we, delen van de opbrengsten met, deelt
    de opbrengst met
  `),
  thirdPartyEffort: ['derden', 'externen', 'extern'],
  title: listed(`
    titel, titel doel, naam doel, omschrijving doel, omschrijving van het doel
  `),
  moment: ['wanneer', 'moment', 'momenten'],
  name: listed(`
    naam, leraar, leerkracht, naam leraar, naam leerkracht, naam van de leraar, naam van de leerkracht,
    lkr, teamlid, groepsleerkracht, groepsleraar
  `),
  teamName: listed(`
    leerteam, naam leerteam, naam van het leerteam, naam van leerteam
  `),
}
/** Labels that are ordinary words too. */
export const WEAK = new Set(
  listed(`
    wie, hoe, wanneer, moment, momenten, situatie, stappen, hulp, acties, actie, naam, leraar,
    leerkracht, lkr, leerteam, teamlid, begeleiding, leerdoel, leerdoelen, doelen, uitvoering,
    activiteiten, externen, extern, derden, evalueren, groepsleerkracht, groepsleraar
  `),
)
/** What goes before a role to make it a label for effort. */
export const EFFORT_WORDS = listed(`
    inzet, inzet van, inzet door, inzet van de, inzet voor, tijdsinvestering, bijdrage, bijdrage van, bijdrage
    van de, bijdrage door, inbreng, inbreng van, inbreng van de, aandeel, aandeel van, aandeel van de, rol,
    rol van, rol van de, taak van, taak van de, wat doet, wat doen
  `)
