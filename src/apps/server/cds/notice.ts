import { statusOn } from '../../../assess/status.ts'
import { canonicalBase } from '../../../guideline/codes/index.ts'
import type { Card } from '../../../outputs/cards.ts'
import type { IssuedCard, ServiceConfig } from '../parts.ts'
import { sourceLabel } from './cards.ts'
import { uuidOf } from './identity.ts'
import type { HookRequest } from './request.ts'

/** Why nothing could be assessed although somebody may be concerned. */
export type Notice = 'list' | 'died' | 'contradiction'

const notices: Readonly<
  Record<Notice, { readonly summary: string; readonly detail: string; readonly warns: boolean }>
> = {
  list: {
    summary: 'Not checked for baclofen: the medication list could not be read whole',
    detail:
      'The medication list was not sent whole and could not be read from the server. Whether baclofen is taken is not known, and nothing was assessed. This is no sign that all is well.',
    warns: false,
  },
  died: {
    summary: 'Not assessed: the record says that this person has died',
    detail: 'Check whose record this is; correct it if it is wrong. Nothing was assessed.',
    warns: false,
  },
  contradiction: {
    summary: 'Not assessed: the record contradicts itself about baclofen, the liver or the kidneys',
    detail:
      'Two things in the record cannot both be right, so that nothing was assessed. Until it is corrected: no increase of baclofen without a current eGFR, and never a sudden stop (S11, S38).',
    warns: true,
  },
}

/** One card that says that nothing was assessed, and why: never silence because something broke. */
export const noticeCard = (
  notice: Notice,
  { service, patientId }: HookRequest,
  { salt, baseUrl }: ServiceConfig,
  on: string,
): { readonly cards: readonly Card[]; readonly issued: readonly IssuedCard[] } => {
  const { summary, detail, warns } = notices[notice]
  const uuid = uuidOf(salt, JSON.stringify([service.id, patientId, notice]))
  const indicator = warns ? 'warning' : 'info'
  return {
    cards: [
      {
        uuid,
        summary,
        indicator,
        detail: `${detail}\n\n*${statusOn(on)}*`,
        source: {
          label: sourceLabel(on),
          url: baseUrl,
          topic: {
            system: `${canonicalBase}/CodeSystem/notices`,
            code: notice,
            display: 'Not assessed',
          },
        },
        links: [{ label: 'Open the workbench', url: `${baseUrl}/`, type: 'absolute' }],
      },
    ],
    issued: [{ uuid, service: service.id, indicator, statements: [], suggestions: [] }],
  }
}
