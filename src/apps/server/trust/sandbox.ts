/** The issuer that the public CDS Hooks sandbox signs as. */
export const sandboxIssuer = 'https://sandbox.cds-hooks.org'

/** The name of its key. The private half is in a public repository: it proves nothing about a caller. */
export const sandboxKeyId = '44823f3d-0b01-4a6c-a80e-b9d3e8a7226f'
