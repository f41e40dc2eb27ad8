export function checkStatus() {}
