module.exports = globalThis.crypto
