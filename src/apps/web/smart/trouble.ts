/** Why a launch ends without a record, and what to do about it. */
export interface Trouble {
  readonly message: string
  readonly remedy: string
  /** What the record system itself said of it. */
  readonly said?: string
}

const again = 'Open it again from the record system.'

/** Every way in which a launch can end without a record. */
export const troubles = {
  notSetUp: {
    message: 'No record system is set up for this page.',
    remedy: 'The site names its record systems in the configuration: see docs/integrating.md.',
  },
  badSetUp: {
    message: 'The file smart.json of this site cannot be read.',
    remedy: 'It holds {"servers": [{"iss": …, "clientId": …}]}: see docs/integrating.md.',
  },
  unknownServer: {
    message: 'This record system is not one of those that the site has set up. It was not asked.',
    remedy: 'Whoever runs this page can add its FHIR address to the configuration.',
  },
  unreachable: {
    message: 'The record system does not answer, or says nothing of how to sign in.',
    remedy:
      'Try again. If it stays: its address must allow this page (CORS), and this page must be set up to reach it.',
  },
  noPkce: {
    message: 'The record system does not offer the protection that a page without a secret needs.',
    remedy: 'Its smart-configuration must list S256 in code_challenge_methods_supported.',
  },
  denied: {
    message: 'Access to the record was denied; nothing was read.',
    remedy: `${again} Allow the access that it asks about.`,
  },
  refused: {
    message: 'The record system refused the launch; nothing was read.',
    remedy: `${again} If it stays, whoever runs it can see the reason.`,
  },
  unknownState: {
    message: 'This window did not ask for this launch, or it was used already; nothing was read.',
    remedy: again,
  },
  noToken: {
    message: 'The record system gave no access to the record.',
    remedy: `${again} If it stays, the client id or the redirect address may not be registered.`,
  },
  noPatient: {
    message: 'The record system did not say which patient this is about.',
    remedy: 'Choose a patient there first, then open it again.',
  },
  unreadable: {
    message: 'The record of this patient cannot be read.',
    remedy: `${again} Access may have ended, or may not cover the patient’s data.`,
  },
  otherPatient: {
    message: 'The record system sent another patient than it named. Nothing is shown.',
    remedy: `${again} Tell whoever runs it.`,
  },
} as const satisfies Readonly<Record<string, Trouble>>

/** The name of a trouble. */
export type TroubleName = keyof typeof troubles

/** A trouble as it ends a launch. */
export interface Troubled {
  readonly trouble: Trouble
}

/** Ends a launch, with what the record system said where it said anything. */
export const troubled = (name: TroubleName, said?: string | null): Troubled => ({
  trouble: {
    ...troubles[name],
    ...(said === undefined || said === null || said === '' ? {} : { said: said.slice(0, 200) }),
  },
})
