/** Content-Disposition for a download (RFC 6266), with an ASCII name for old clients and a UTF-8 name. Never throws;
 *  control characters, quotes, and path separators are removed, so the name can't leave the header or the folder. */
export function contentDisposition(kind: "attachment" | "inline", fileName: string): string {
  const name = fileName.replace(/[\p{Cc}\p{Cs}"\\/]+/gu, "-");
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
