//! The sector codes of the annotation guide: the six fields of the ministry of information and communications
//! as it stood until 2025, the digital economy beside them, and the whole.

use super::codes;

codes! {
    /// The field of public administration that an entry speaks of.
    Sector {
        /// Toàn ngành.
        WholeSector = "whole-sector",
        /// Bưu chính.
        Post = "post",
        /// Viễn thông, Internet, hạ tầng số.
        Telecom = "telecom",
        /// Ứng dụng CNTT, chính phủ điện tử, dịch vụ công, chuyển đổi số.
        ItApplication = "it-application",
        /// An toàn, an ninh mạng.
        Cybersecurity = "cybersecurity",
        /// Công nghiệp ICT, doanh nghiệp công nghệ số.
        IctIndustry = "ict-industry",
        /// Kinh tế số, thương mại điện tử.
        DigitalEconomy = "digital-economy",
        /// Báo chí, xuất bản, truyền thông, phát thanh truyền hình, mạng xã hội, thông tin cơ sở.
        PressMedia = "press-media",
        /// Everything else.
        Other = "other",
    }
}
