/** Nonce of this answer's Content-Security-Policy: no style element is applied without it. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

/** Gives it to get-nonce, which the dialogs' scroll lock reads; call before the first render. */
export function publishStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
