import { words } from '../kernel/language.ts'

/** The pages around questions, as their row of links names them. */
export const questionTabsText = words({
  nl: {
    all: 'Rond vragen',
    mine: 'Mijn vragen',
    tray: 'Vragenbak',
    together: 'Samen',
    office: 'Spreekuur',
    peers: 'Maatjes',
    profile: 'Mijn profiel',
  },
  en: {
    all: 'Around questions',
    mine: 'My questions',
    tray: 'Tray',
    together: 'Together',
    office: 'Office hours',
    peers: 'Peers',
    profile: 'My profile',
  },
})
