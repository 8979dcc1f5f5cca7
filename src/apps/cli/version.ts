export { version } from '../../assess/version.ts'
