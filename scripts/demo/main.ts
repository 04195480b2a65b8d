// The whole story, through the real command line, against a local IAM: `npm run demo`. Exit 1 if any of it isn't so.
// The SDK's note about Node versions to come is not part of the story.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
const { tell } = await import('./tell.ts')

const colours = process.stdout.isTTY && process.env['NO_COLOR'] === undefined
process.exitCode = await tell((text) => process.stdout.write(text), colours)
