"""What ward work is about: words heard of it, and how plans call it. A topic names no item by itself."""

from __future__ import annotations

from bot.domain.reading.vocabulary.listed import listed

# How plans call it: what is heard of it besides. A word of one syllable counts with its marks only,
# where these are typed at all.
TOPICS: dict[tuple[str, ...], tuple[str, ...]] = {
    listed("dịch bệnh | phòng dịch | chống dịch | phòng chống dịch | chương trình mục tiêu y tế"): listed(
        """
        sởi | tay chân miệng | sốt xuất huyết | sxh | ổ dịch | ca bệnh | ca mắc | ca dương tính | covid |
        cúm | bạch hầu | ho gà | thủy đậu | quai bị | sốt rét | lăng quăng | loăng quăng | bọ gậy |
        diệt muỗi | phun muỗi | phun thuốc | hóa chất | cloramin | khử khuẩn | cách ly | dịch tả |
        bệnh dại
        """
    ),
    listed("tiêm chủng | tiêm phòng"): listed(
        "tiêm | tiêm ngừa | chích ngừa | mũi | đủ mũi | vắc xin | vacxin | vaccine | vắc-xin"
    ),
    listed("an toàn thực phẩm"): listed(
        """
        ngộ độc | thực phẩm bẩn | bếp ăn | quán ăn | hàng ăn | thức ăn đường phố | lấy mẫu thực phẩm |
        căn tin | nhà ăn | ôi thiu | giấy khám sức khỏe
        """
    ),
    listed("khám chữa bệnh | sức khỏe ban đầu"): listed(
        """
        khám bệnh | lượt khám | khám cho | phát thuốc | cấp thuốc | khám sức khỏe | bệnh
        nhân | đo huyết áp
        """
    ),
    listed("suy dinh dưỡng | sdd | chăm sóc trẻ em"): listed(
        """
        cân đo | nhẹ ký | nhẹ cân | thấp còi | còi cọc | bé còi | còi | thiếu cân | uống
        vitamin | tẩy giun
        """
    ),
    listed("nhẹ cân | cân nặng"): listed("nhẹ ký | thiếu cân | thể cân nặng"),
    listed("thấp còi | chiều cao"): listed("còi | bé còi | còi cọc | thể chiều cao"),
    listed("dân số"): listed("kế hoạch hóa | sinh con thứ ba | tỷ suất sinh | số sinh | tránh thai"),
    listed("an ninh chính trị | an ninh trật tự | antt | anct | an ninh tổ quốc | ttatxh"): listed(
        """
        trộm | trộm cắp | cướp | cướp giật | đánh nhau | gây rối | tuần tra | đi tuần | ma túy | nghiện |
        đánh bạc | cờ bạc | xóc đĩa | đá gà | cá độ | số đề | điểm nóng | tụ tập | độ pô | pháo |
        hung khí |
        tạm trú | tạm vắng
        """
    ),
    listed("tội phạm | phạm pháp hình sự"): listed(
        """
        trộm | trộm cắp | cướp | cướp giật | cố ý gây thương tích | án hình sự | hình sự |
        phạm pháp | răn đe |
        """
        "lừa đảo"
    ),
    listed("trộm cắp"): listed("trộm | mất xe | mất trộm | kẻ gian | bẻ khóa"),
    listed("tệ nạn | tnxh"): listed(
        """
        đánh bạc | cờ bạc | ma túy | mại dâm | đá gà | cá độ | số đề | sới bạc | xóc đĩa |
        nghiện | tàng trữ
        """
    ),
    listed("tuần tra"): listed("đi tuần | chốt chặn | ca tuần | mật phục | chốt trực"),
    listed("tố giác | tin báo"): listed("tin báo | tố giác | nguồn tin"),
    listed("vệ sinh môi trường | vsmt | rác"): listed(
        """
        rác | rác thải | thu gom | xe ép rác | bãi rác | điểm đen | bỏ rác | đổ rác | tấn
        rác | khơi cống | cống rãnh
        """
    ),
    listed("bảo vệ môi trường | ô nhiễm môi trường | vệ sinh môi trường"): listed(
        "xả thải | nước thải | khói bụi | ô nhiễm | xả thẳng | lò giết mổ | bốc mùi"
    ),
    listed("chủ nhật xanh"): listed("chủ nhật xanh | cn xanh | ra quân dọn"),
    listed("trật tự đô thị | ttđt | lòng đường | vỉa hè"): listed(
        """
        vỉa hè | lòng đường | lòng lề đường | lấn chiếm lòng | bảng hiệu | biển hiệu | mái che |
        hàng rong |
        buôn bán | bày hàng | bày bán | chợ tự phát | dẹp vỉa hè
        """
    ),
    listed("trật tự xây dựng | xây dựng trái phép | xây dựng không phép | xây dựng"): listed(
        """
        xây không phép | xây trái phép | không phép | sai phép | trái phép | nhà trái phép | cất
        trái phép |
        đổ trụ | móng nhà | giấy phép xây | cơi nới | đình chỉ thi công
        """
    ),
    listed("lấn chiếm"): listed("lấn đất | lấn chiếm | lấn ra | bao chiếm | tái lấn"),
    listed("đất công"): listed("đất công | đất nhà nước | đất do nhà nước | lấn đất công"),
    listed("đất đai"): listed(
        "thửa | sổ đỏ | đất nông nghiệp | chuyển mục đích | ranh đất | địa chính | đo đạc | xen kẹt"
    ),
    listed("hẻm"): listed("hẻm | tuyến hẻm | ngõ hẻm"),
    listed("giải phóng mặt bằng | gpmb"): listed(
        "bồi thường | giải tỏa | bàn giao mặt bằng | thu hồi đất | đền bù"
    ),
    listed("giao quân | tuyển quân | nhập ngũ"): listed(
        "nhập ngũ | lên đường | nhận quân | tiễn quân | tân binh"
    ),
    listed("nghĩa vụ quân sự | nvqs | tuyển quân | tuyển chọn | nhập ngũ"): listed(
        "khám tuyển | sơ tuyển | khám nghĩa vụ | trúng tuyển | gọi khám | nvqs | độ tuổi 17"
    ),
    listed("dân quân"): listed("dân quân | bắn đạn thật | tự vệ | huấn luyện"),
    listed("sẵn sàng chiến đấu | sscđ"): listed("trực chiến | quân số trực | sscđ | trực sẵn sàng"),
    listed("hộ tịch"): listed(
        "khai sinh | khai tử | kết hôn | đăng ký kết hôn | chứng thực | sao y | trích lục | nhận con nuôi"
    ),
    listed("một cửa | cải cách hành chính | cchc | tthc | thủ tục hành chính"): listed(
        """
        một cửa | hồ sơ trễ | trễ hẹn | hồ sơ trễ hẹn | đúng hẹn | trước hẹn | trả hồ sơ | bộ hồ sơ |
        phiếu hẹn | kiosk | lấy số | tiếp nhận và trả
        """
    ),
    listed("dịch vụ công | dvctt | số hóa"): listed(
        """
        dvc | nộp online | trực tuyến | qua mạng | nộp mạng | cổng dịch vụ | cổng dvc | số hóa | scan |
        toàn trình
        """
    ),
    listed("đề án 06 | định danh"): listed(
        """
        vneid | căn cước | định danh | mã định danh | cccd | đề án 06
        """
    ),
    listed("truyền thanh | hệ thống loa"): listed(
        "loa | cụm loa | đài phường | phát thanh | tiếp âm | bản tin"
    ),
    listed("khuyến học"): listed("học bổng | suất học bổng | quỹ khuyến học | trao thưởng học sinh"),
    listed("phổ cập"): listed("phổ cập | điều tra độ tuổi | xóa mù"),
    listed("xóa mù chữ"): listed("biết chữ | mù chữ | xóa mù"),
    listed("dạy và học | dạy thêm | chất lượng giáo dục | chuẩn bị năm học | kế hoạch giáo dục"): listed(
        "phòng học | khai giảng | bàn ghế | thao giảng | tiết dạy | sách giáo khoa | dạy thêm | giáo viên"
    ),
    listed("bỏ học"): listed("nghỉ ngang | nghỉ học | bỏ học | thôi học | nghỉ luôn"),
    listed("thể dục thể thao | tdtt | thể thao"): listed(
        """
        bóng đá | bóng chuyền | cầu lông | hội thao | đá banh | dưỡng sinh | chạy bộ | giải đấu |
        vđv | bơi lội |
        đi giải | cờ tướng | kéo co
        """
    ),
    listed("tập thể dục | toàn dân tập thể dục | chủ nhật xanh"): listed(
        """
        dưỡng sinh | tập thể dục | đi bộ
        """
    ),
    listed("văn nghệ | văn hóa văn nghệ"): listed("hội diễn | văn nghệ | đờn ca | liên hoan | giao lưu"),
    listed("dịch vụ văn hóa | internet | karaoke"): listed(
        """
        karaoke | internet | game | quán net | tiệm net | net
        """
    ),
    listed("quảng cáo"): listed("rao vặt | quảng cáo | tờ rơi dán"),
    listed("y dược | thẩm mĩ"): listed(
        "thẩm mỹ | thẩm mĩ | spa | nhà thuốc | phòng mạch | phòng khám | tiệm thuốc"
    ),
    listed("gia đình văn hóa"): listed("nhà văn hóa mẫu | hộ văn hóa | bình xét gia đình"),
    listed("tiếp công dân | tiếp dân"): listed(
        "tiếp dân | lượt công dân | lượt dân | công dân đến | dân tới | sổ tiếp dân | lịch tiếp"
    ),
    listed("đơn thư | khiếu nại | kntc"): listed(
        """
        đơn | khiếu nại | khiếu kiện | tố cáo | kiến nghị phản ánh | đơn kiến nghị | xác
        minh đơn | tồn đọng
        """
    ),
    listed("hòa giải"): listed("hòa giải | hòa giải viên | tổ hòa giải | vụ hòa giải"),
    listed("tuyên truyền pháp luật | phổ biến giáo dục pháp luật | pbgdpl"): listed(
        """
        nói chuyện luật | buổi luật | tuyên truyền luật | tờ gấp pháp luật | phổ biến luật |
        tìm hiểu luật | luật
        """
    ),
    listed("thu ngân sách | thu nsnn | thu thuế | đối tượng chịu thuế | chống thất thu | tăng thu"): listed(
        """
        thuế | nợ thuế | thuế hộ khoán | hộ khoán | phi nông nghiệp | lệ phí môn bài | thất thu | kê
        khai |
        tiền thuê đất | môn bài
        """
    ),
    listed("chi ngân sách | quản lý thu chi | quản lý chi | chi nsnn | tiết kiệm"): listed(
        "chi thường xuyên | khoản chi | kiểm soát chi | giải ngân | định mức | chi sai"
    ),
    listed("các loại quỹ | thu quỹ | quỹ"): listed(
        "đền ơn đáp nghĩa | vì người nghèo | phòng chống thiên tai | mấy cái quỹ"
    ),
    listed("pccc | phòng cháy"): listed(
        "phòng cháy | chữa cháy | bình chữa cháy | thoát hiểm | báo cháy | cháy nổ | chập điện | bình bột"
    ),
    listed("chợ"): listed("sạp | tiểu thương | ki ốt | kiot | ban quản lý chợ | chợ"),
    listed("lụt bão | thiên tai | pclb | pctt"): listed(
        "bão | ngập | lụt | sạt lở | mưa giông | triều cường | cây đổ"
    ),
    listed("bảo hiểm xã hội | bhxh"): listed("bhxh | sổ bảo hiểm | rút một lần"),
    listed("bảo hiểm y tế | bhyt"): listed("bhyt | thẻ bảo hiểm"),
    listed("hộ nghèo | giảm nghèo"): listed("nghèo | thoát nghèo | hộ nghèo | rà soát nghèo"),
    listed("việc làm"): listed(
        "kiếm được việc | xin việc | có việc | đi làm | nhận vào | kcn | tuyển dụng | vay vốn"
    ),
    listed("xuất khẩu lao động | xklđ | nước ngoài"): listed(
        "xuất cảnh | đi nhật | đi hàn | đi đài loan | học tiếng | xuất khẩu lđ | nước ngoài"
    ),
    listed("trợ giúp xã hội | bảo trợ | an sinh | đối tượng chính sách | từ thiện"): listed(
        """
        bảo trợ | bảo trợ xã hội | trợ cấp | người có công | bà góa | neo đơn | khuyết tật | mổ tim
        | quà tết |
        phát quà | phần quà | từ thiện | gia đình chính sách | người già | bà mẹ vnah
        """
    ),
    listed("trẻ em hoàn cảnh | trẻ em có hoàn cảnh | đặc biệt khó khăn | trẻ em"): listed(
        "mồ côi | trẻ em nghèo | bé mồ côi"
    ),
    listed("nhà tình thương | nhà tình nghĩa | nhà đại đoàn kết"): listed(
        "nhà tình thương | nhà tình nghĩa | cất nhà | xóa nhà tạm | sửa nhà | nhà mới | căn nhà"
    ),
    listed("đóng góp của nhân dân | khoản đóng góp"): listed(
        "bà con góp | tiền góp | dân góp | dán công khai | đóng góp"
    ),
    listed("tham nhũng | tiêu cực"): listed("tham nhũng | nhũng nhiễu | vòi vĩnh | hối lộ"),
    listed("thi đua"): listed("khen thưởng | giấy khen | bằng khen | đề nghị khen | hội đồng thi đua"),
    listed("kỷ cương | nội quy | giờ giấc"): listed("giờ làm | đi muộn | đi trễ | đeo thẻ | giờ giấc"),
    listed("giao ban"): listed("họp giao ban | giao ban | chấm điểm công chức | chấm điểm cán bộ"),
    listed("sáp nhập"): listed("sáp nhập | cử tri | địa giới"),
    listed("đô thị văn minh | văn minh đô thị | vmđt | đtvm"): listed(
        "cây xanh | đô thị văn minh | văn minh đô thị"
    ),
    listed("cà phê | nhậu lều"): listed("cà phê lều | nhậu lều | quán lều"),
    listed("nông lâm thủy sản | nlts"): listed("nông sản | thịt cá | rau củ | thủy sản"),
    listed("thực phẩm ăn uống | thực phẩm, ăn uống"): listed("quán ăn | ăn uống | nhà hàng"),
}
