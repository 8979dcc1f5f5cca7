/** The version of the package: in code, so that it is known in a browser too. A test holds it to package.json. */
export const version = '0.1.0'
