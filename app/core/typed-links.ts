/** Whether a name holds what a mail program could show as a link. "J.Smith" is a name. */
export function hasWebAddress(name: string): boolean {
  return (
    /https?[:/]|:\/\/|\bwww[.\uff0e]/iu.test(name) ||
    /[\p{L}\p{N}-]{2}\p{Cf}*[.\uff0e\u3002\uff61]\p{Cf}*\p{L}{2}|[.\uff0e]\p{L}{2,}[/:?#]/u.test(name)
  );
}

/** Typed text that no mail program makes a link of, in HTML or plain text: they find addresses by "://", "www." and a dot between
 *  letters, and none of them reads past a space. The words stay readable. */
export function withoutLinks(text: string): string {
  return text
    .replace(/:(?=\/\/)/g, ": ")
    .replace(/(?<=www)[.\uff0e](?=\S)|(?<=\S)[.\uff0e](?=\p{Cf}*\p{L}\p{Cf}*[\p{L}\p{N}-])/giu, "$& ")
    .replace(/(?<=\S)[\u3002\uff61](?=[a-z]{2})/gi, "$& ")
    .replace(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g, (address) => address.replaceAll(".", ". "));
}
