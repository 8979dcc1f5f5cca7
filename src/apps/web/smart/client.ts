/** The library that speaks SMART, loaded only when a record system is talked to. */
export const fhirClient = async () => {
  const { default: client } = await import('fhirclient')
  // Windows of one browser may share a session: each launch is kept under its own state.
  Object.assign(client.oauth2['settings'] as object, { fullSessionStorageSupport: false })
  return client
}

/** The page's own address, without what came with a launch: the history keeps none of it. */
export const ownAddress = (query = ''): string => `${window.location.pathname}${query}`
