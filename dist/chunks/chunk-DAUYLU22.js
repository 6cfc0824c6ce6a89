import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/io/seal.ts
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
var CIPHER = "aes-256-gcm";
var NONCE_BYTES = 12;
var TAG_BYTES = 16;
var nameFor = (source) => createHash("sha256").update("name\n").update(source).digest("hex");
var keyFor = (source) => createHash("sha256").update("key\n").update(source).digest();
function seal(source, content) {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(source), nonce);
  return Buffer.concat([nonce, cipher.update(content, "utf8"), cipher.final(), cipher.getAuthTag()]);
}
function unseal(source, sealed) {
  const end = sealed.length - TAG_BYTES;
  if (end < NONCE_BYTES) return void 0;
  try {
    const decipher = createDecipheriv(CIPHER, keyFor(source), sealed.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(sealed.subarray(end));
    return decipher.update(sealed.subarray(NONCE_BYTES, end), void 0, "utf8") + decipher.final("utf8");
  } catch {
    return void 0;
  }
}

export {
  nameFor,
  seal,
  unseal
};
