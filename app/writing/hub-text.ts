import { words } from '../kernel/language.ts'

/** Why words that people write together could not be stored. */
export const hubText = words({
  nl: {
    'may-not': 'Je kunt hier nu niet meer schrijven. Kopieer wat je schreef, als je het wilt houden.',
    'text-too-long': 'Deze tekst is te lang om te bewaren. Maak hem korter, dan wordt hij vanzelf bewaard.',
    gone: 'Deze tekst is er niet meer. Kopieer wat je schreef, als je het wilt houden.',
    empty: 'Een lege tekst kan hier niet. Schrijf iets, dan wordt het vanzelf bewaard.',
    sorry: 'Bewaren lukte even niet. We proberen het zo weer.',
  },
  en: {
    'may-not': 'You can no longer write here now. Copy what you wrote if you want to keep it.',
    'text-too-long': 'This text is too long to save. Make it shorter and it saves by itself.',
    gone: 'This text is no longer there. Copy what you wrote if you want to keep it.',
    empty: 'An empty text is not possible here. Write something and it saves by itself.',
    sorry: 'Saving did not work just now. We will try again in a moment.',
  },
})

export type NotStored = keyof ReturnType<typeof hubText>
