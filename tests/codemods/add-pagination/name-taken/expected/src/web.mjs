export function requestPages() {}
