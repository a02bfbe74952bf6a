/** One event of a calendar file as some program wrote it: a property a line. */
export const eventLines = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')

/** A calendar file around events. */
export const calendarWith = (...events: string[]) =>
  `${['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//test//NL', ...events, 'END:VCALENDAR'].join('\r\n')}\r\n`

let count = 0

/** Something that lasts whole days, as '20270118' and the day after the last. */
export const days = (
  title: string,
  from: string,
  until: string,
  uid = `dagen-${(count += 1)}@school.example`,
) => eventLines(`UID:${uid}`, `DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${until}`, `SUMMARY:${title}`)

/** The school calendar of De Regenboog, as a school exports it. */
export const regenboogCalendar = () =>
  calendarWith(
    'X-WR-CALNAME:De Regenboog 2026-2027',
    days('Studiedag taal', '20270208', '20270209', 'studiedag@school.example'),
    days('M-toetsen Leerling in beeld', '20270118', '20270130', 'toetsen@school.example'),
    days('Rapport mee', '20270219', '20270220', 'rapport@school.example'),
    days('Herfstvakantie', '20261017', '20261026', 'herfst@school.example'),
    days('Margedag: alle kinderen vrij', '20270510', '20270511', 'marge@school.example'),
    days('Taart voor Ada', '20270301', '20270302', 'taart@school.example'),
    eventLines(
      'UID:mr@school.example',
      'DTSTART;TZID=W. Europe Standard Time:20261201T193000',
      'DTEND;TZID=W. Europe Standard Time:20261201T210000',
      'SUMMARY:MR',
      'LOCATION:Teamkamer',
    ),
    eventLines(
      'UID:gym@school.example',
      'DTSTART;TZID=Europe/Amsterdam:20260901T130000',
      'DTEND;TZID=Europe/Amsterdam:20260901T140000',
      'RRULE:FREQ=WEEKLY;UNTIL=20270701T120000Z',
      'SUMMARY:Gym groep 5',
    ),
  )
