/** Consent to what is about data, as records and receipts of ISO/IEC TS 27560:2023. */
@NullMarked
package dev.keiyaku.projection.receipt;

import org.jspecify.annotations.NullMarked;
