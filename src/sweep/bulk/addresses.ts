import { stop } from '../trouble.ts'
import type { BulkSettings } from './settings.ts'

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)

/** An address that may be called: https, or http on this machine or where it was allowed. */
export const callable = (address: string, base: string | undefined, allowHttp: boolean): URL => {
  if (!URL.canParse(address, base)) {
    throw stop(
      printable(address),
      'This is no address.',
      'Give one such as https://ehr.example.org/fhir.',
    )
  }
  const url = new URL(address, base)
  if (url.username !== '' || url.password !== '') {
    throw stop(
      url.host,
      'The address carries a password.',
      'Leave it out; use --client-id and --key.',
    )
  }
  const isPlain = url.protocol === 'http:' && (allowHttp || isThisMachine(url.hostname))
  if (url.protocol !== 'https:' && !isPlain) {
    throw stop(
      url.origin,
      'Patient data would travel unencrypted.',
      'Use an address with https, or --allow-http within a network that you trust.',
    )
  }
  return url
}

/** A text of another machine that may be printed: one line, no control characters, not too long. */
export const printable = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 300)

/** An address without what may be secret in it: signed addresses carry their secret in the query. */
export const withoutQuery = ({ origin, pathname }: URL): string => `${origin}${pathname}`

/** The base of the server, and the whole address by which the export is asked for. */
export const kickOffOf = ({
  url,
  types,
  since,
  allowHttp,
}: BulkSettings): { readonly base: string; readonly kickOff: string } => {
  const address = callable(url, undefined, allowHttp)
  const path = address.pathname.replace(/\/+$/, '')
  const isGroup = /\/Group\/[^/]+$/.test(path)
  const operation = path.endsWith('/$export')
    ? path
    : isGroup || path.endsWith('/Patient')
      ? `${path}/$export`
      : `${path}/Patient/$export`
  const base = operation.replace(/(\/Patient|\/Group\/[^/]+)?\/\$export$/, '')
  const query = new URLSearchParams(address.search)
  query.set('_outputFormat', 'application/fhir+ndjson')
  query.set('_type', types.join(','))
  if (since !== undefined) query.set('_since', since)
  return {
    base: `${address.origin}${base}`,
    kickOff: `${address.origin}${operation}?${query.toString()}`,
  }
}
