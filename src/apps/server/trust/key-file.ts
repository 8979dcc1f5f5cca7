import { readFileSync } from 'node:fs'
import type { JSONWebKeySet } from 'jose'
import { isRecord } from '../../../assess/json.ts'
import { sandboxKeyId } from './sandbox.ts'

/** Why a file of keys cannot be used. */
export interface KeyFileProblem {
  readonly message: string
  readonly remedy: string
}

const secret = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']

/**
 * Reads a JSON Web Key Set from a local file. Refused are files with private or symmetric keys, keys
 * without a name, and, but in the dev profile, the key of the public sandbox.
 */
export const readKeySet = (
  file: string,
  profile: 'production' | 'dev',
): JSONWebKeySet | KeyFileProblem => {
  const remedy = 'Give a file with {"keys": [{"kty": "EC", "kid": "…", …}]}: public keys only.'
  let read: unknown
  try {
    read = JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch (error) {
    const code = (error as { readonly code?: string }).code
    return {
      message: code === undefined ? `${file} is not JSON.` : `${file} cannot be read (${code}).`,
      remedy,
    }
  }
  const keys = isRecord(read) ? read['keys'] : undefined
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isRecord)) {
    return { message: `${file} holds no keys.`, remedy }
  }
  const all: readonly Readonly<Record<string, unknown>>[] = keys
  if (all.some((key) => secret.some((part) => part in key))) {
    return {
      message: `${file} holds a private or symmetric key.`,
      remedy: 'Take its secret parts out, and consider the key known to others.',
    }
  }
  if (all.some(({ kid, kty }) => typeof kid !== 'string' || typeof kty !== 'string')) {
    return { message: `${file} holds a key without "kid" or "kty".`, remedy }
  }
  if (profile !== 'dev' && all.some(({ kid }) => kid === sandboxKeyId)) {
    return {
      message: `${file} holds the key of the public sandbox, whose private half is public.`,
      remedy: 'Take it out, or use "profile": "dev".',
    }
  }
  return read as JSONWebKeySet
}
