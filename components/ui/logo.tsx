/** The product's sign: a slide on a lectern's slanted board. */
export function Logo({ className = "size-6" }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} aria-hidden="true">
      <rect x="2.5" y="3.5" width="19" height="12.5" rx="2.5" fill="var(--accent)" />
      <path d="M6.5 8h7M6.5 11.5h4.5" stroke="var(--on-accent)" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M12 16v4.5M8 20.5h8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  );
}
