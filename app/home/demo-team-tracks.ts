import type { DemoLearningTeamKey } from './demo-cast.ts'
import type { DemoTrack } from './demo-track.ts'

export const DEMO_TEAM_TRACKS: readonly DemoTrack<DemoLearningTeamKey>[] = [
  {
    whose: 'rekenen',
    goal: 3,
    days: ['2027-03-04'],
    hours: 8,
    texts: {
      startSituation: 'In groep 8 haalt 41 % bij rekenen 1S. De tafels zitten in groep 6 nog niet vast.',
      goal: 'In elke groep tien minuten automatiseren per dag.',
      approach: 'We ontwerpen samen zes lessen en proberen ze uit.',
      support: 'Karin legt de M-toetsen klaar. Een rekenexpert van het bestuur denkt twee keer mee.',
      evaluation: '4 maart, in het trendgesprek.',
      shareYieldWith: 'Het hele team, op de studiedag van 8 april.',
      memberEffort: 'Een uur per twee weken.',
      coordinatorEffort: '8 uur dit jaar.',
      thirdPartyEffort: 'Rekenexpert bestuur: 4 uur.',
    },
  },
  {
    whose: 'lezen',
    goal: 2,
    days: ['2026-11-26'],
    hours: 4,
    texts: {
      startSituation: 'Kinderen lezen, maar pakken vaak een boek dat niet past.',
      goal: 'Elk kind kan zeggen waarom het dit boek koos.',
      approach: 'Boekenbak per groep, boekpraatje op vrijdag.',
      support: 'Karin zorgt voor een ochtend in de bibliotheek.',
      evaluation: '26 november, in de teamvergadering.',
      shareYieldWith: 'Ouders, op de ouderavond in februari.',
      memberEffort: 'Een uur per twee weken.',
      coordinatorEffort: '4 uur dit jaar.',
      thirdPartyEffort: 'Bibliotheek: twee bezoeken.',
    },
  },
  {
    whose: 'gedrag',
    goal: 7,
    days: ['2026-11-26'],
    hours: 6,
    texts: {
      startSituation: 'De start verschilt per groep. Na de vakantie kost het tijd.',
      goal: 'Een start die elk kind herkent, ook bij een invaller.',
      approach: 'Drie afspraken, zes weken uitproberen, bijstellen.',
      support: 'Karin kijkt mee in elke groep.',
      evaluation: '26 november, in de teamvergadering.',
      shareYieldWith: 'Alle collega’s en de overblijfkrachten.',
      memberEffort: 'Een uur per twee weken.',
      coordinatorEffort: '6 uur dit jaar.',
      thirdPartyEffort: 'Geen.',
    },
  },
]
