/** Whether a URL leads to this very machine: 127.0.0.0/8, ::1 or localhost, over http or https and without credentials. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (!['http:', 'https:'].includes(protocol) || username !== '' || password !== '') return false
  return (
    hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(hostname)
  )
}
