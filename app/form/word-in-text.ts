import { words } from '../kernel/language.ts'
import type { WordInReason } from './word-in.ts'

const nl: Record<WordInReason, string> = {
  'no-bytes': 'Dit bestand is leeg. Kies het Word-bestand van jullie plan.',
  empty: 'In dit Word-bestand staat geen tekst. Kies het bestand waarin jullie plan staat.',
  'not-a-plan':
    'We herkennen hier geen begeleidingsplan in: geen doelen, geen trajecten. Er is niets overgenomen. Kies het bestand met jullie plan.',
  'too-large': 'Dit bestand is groter dan 20 MB. Haal de foto’s eruit, sla het op en kies het dan opnieuw.',
  'old-doc':
    'Dit is een oud Word-bestand (.doc). Open het in Word en sla het op als .docx. Kies daarna dat bestand.',
  password:
    'Op dit bestand zit een wachtwoord. Haal het wachtwoord eraf in Word en kies het bestand opnieuw.',
  damaged:
    'Dit bestand is beschadigd of niet helemaal aangekomen. Open het in Word, sla het opnieuw op en kies het dan nog eens.',
  'not-word': 'Dit is geen Word-bestand. Kies een bestand dat eindigt op .docx.',
  bomb: 'Dit bestand is niet wat het lijkt: het wordt bij het openen veel te groot. We hebben het niet geopend.',
  'too-many-parts':
    'Dit bestand bestaat uit veel te veel delen. We hebben het niet geopend. Sla het plan opnieuw op in Word.',
  entities:
    'In dit bestand staan opdrachten die in een plan niet thuishoren. We hebben het niet geopend. Sla het plan opnieuw op in Word.',
  'too-deep': 'Dit bestand zit te ingewikkeld in elkaar. Zet de tekst in een nieuw Word-bestand en kies dat.',
  'too-long': 'In dit bestand staat meer tekst dan we kunnen lezen. Kies het bestand met alleen jullie plan.',
  'too-slow':
    'Het lezen van dit bestand duurde te lang. We zijn gestopt en er is niets overgenomen. Zet de tekst in een nieuw Word-bestand en kies dat.',
  busy: 'We lezen nu al een paar andere bestanden. Probeer het over een minuut nog eens.',
}

const en: Record<WordInReason, string> = {
  'no-bytes': 'This file is empty. Choose the Word file with your plan.',
  empty: 'There is no text in this Word file. Choose the file that holds your plan.',
  'not-a-plan':
    'We don’t recognise a guidance plan in this file: no goals, no tracks. Nothing was taken over. Choose the file with your plan.',
  'too-large': 'This file is larger than 20 MB. Take out the photos, save it and choose it again.',
  'old-doc': 'This is an old Word file (.doc). Open it in Word and save it as .docx. Then choose that file.',
  password: 'This file has a password. Remove the password in Word and choose the file again.',
  damaged:
    'This file is damaged or did not arrive whole. Open it in Word, save it again and choose it once more.',
  'not-word': 'This is not a Word file. Choose a file whose name ends in .docx.',
  bomb: 'This file is not what it seems: it grows far too large when opened. We did not open it.',
  'too-many-parts':
    'This file consists of far too many parts. We did not open it. Save the plan again in Word.',
  entities:
    'This file holds instructions that have no place in a plan. We did not open it. Save the plan again in Word.',
  'too-deep':
    'This file is built in too complicated a way. Put the text in a new Word file and choose that one.',
  'too-long': 'This file holds more text than we can read. Choose the file with just your plan.',
  'too-slow':
    'Reading this file took too long. We stopped and nothing was taken over. Put the text in a new Word file and choose that one.',
  busy: 'We are reading some other files right now. Try again in a minute.',
}

/** A sentence for every reason why a Word file was not taken in. */
export const wordInText = words({ nl: { refused: nl }, en: { refused: en } })
