/** What the screens for notes, records, links, limits and keys say of themselves, in English. */
export const noteWords = {
  noPlan: 'There is no plan: the answers contradict each other.',
  brief: 'Brief',
  full: 'Full',
  withChanges: 'With the nearest changes',
  copy: 'Copy note',
}

/** Reading a record. */
export const loadWords = {
  what: 'A FHIR R4 Bundle, or resources one a line (NDJSON), of one person. It is read here and sent nowhere.',
  wiped: 'Whatever was typed before is wiped.',
  orSignIn: 'Or',
  signIn: 'sign in at a record system',
  whereSetUp: ', where your site has set one up.',
  file: 'File',
  paste: 'Or pasted text',
  read: 'Read it',
  unreadable: 'This record cannot be read; nothing was changed.',
}

/** A link that carries values. */
export const shareWords = {
  handedOver: 'A record that a health record system handed over is not put into a link.',
  contains: 'This link contains clinical values, and no name.',
  explain:
    'What stands behind the # is not sent to any server, but whoever has the link can read it. Do not leave it on a shared computer.',
  copy: 'Copy link',
}

/** For whom the page is. */
export const limitsWords = {
  notADevice:
    'Not a medical device. It does not replace judgment: every line shows on whose word it stands, so that it can be reviewed.',
  intended: 'Intended use',
  intendedFor:
    'Health professionals deciding what to do about muscle cramps that persist in an adult who already takes baclofen by mouth, up to 30 mg per day.',
  notFor: 'Not for',
  notForWhom: [
    'Anyone below 18, or pregnant',
    'Baclofen through a pump (intrathecal), or more than 30 mg per day',
    'Baclofen that is not taken, or an allergy to it',
    'Acute withdrawal or poisoning: these are emergencies, and are treated elsewhere',
  ],
  kept: 'What is kept',
  nothingKept:
    'Nothing. What is typed stays in this window’s memory, and is gone with it. The page sends nothing anywhere; a link or a file holds values only when you ask for one.',
  rules: 'Rules',
  version: (version: string, reviewBy: string) =>
    `Version ${version}, compiled into this page; to be reviewed by ${reviewBy}. Local limits of your site go before where they are stricter.`,
  open: 'What the source leaves open, and how it is read here',
}

/** The keys. */
export const keysWords = {
  off: 'Switch single keys off, until this window is closed',
  title: 'Keys',
  key: 'Key',
  does: 'What it does',
  typing: 'Single keys do nothing while something is typed.',
  keys: {
    '/': 'The first empty field',
    'Alt+1 – 6': 'Age, baclofen, days at this dose, eGFR, potassium, magnesium',
    'J, K': 'The next row of the plan and the one before',
    E: 'The evidence for the row',
    N: 'The note',
    D: 'The dose calendar',
    P: 'The pathway',
    W: 'What if',
    F: 'The follow-up visit',
    '?': 'This list',
    Esc: 'Back to the plan',
  },
}

/** Copying a text. */
export const copyWords = {
  copied: 'Copied.',
  closed: 'The browser does not let this page copy. The text is selected: press Ctrl+C.',
}
