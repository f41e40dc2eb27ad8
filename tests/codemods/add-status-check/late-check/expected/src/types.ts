export interface Tag { readonly version: string }
